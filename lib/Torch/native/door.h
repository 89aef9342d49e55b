// The C face of the door to libtorch: what crosses between C# and C++, and nothing else.
#pragma once
#include <cstdint>

enum class Tag : int32_t {
  None = 0,        // None in the schema's sense; as a tensor: undefined
  Default = 1,     // whatever the schema says
  Tensor = 2,      // pointer: TensorImpl
  Int = 3,         // integer; also Scalar, ScalarType, MemoryFormat and Layout
  Double = 4,
  Bool = 5,
  Complex = 6,     // pointer: two doubles
  IntList = 7,     // pointer: int64_t[count]
  DoubleList = 8,
  BoolList = 9,    // pointer: uint8_t[count]
  TensorList = 10,          // pointer: TensorImpl*[count]
  OptionalTensorList = 11,  // the same; a null pointer is None
  String = 12,     // pointer: UTF-8 bytes, count of them
  Device = 13,     // integer: type in the low 32 bits, index in the high ones
  Generator = 14,  // pointer: GeneratorImpl
};

// One argument or result. `tag` says which member of the union is meant; lists carry their length in `count`.
// For a tensor that comes back, `count` is the size of the storage it brought to life, in KiB (0 for a view).
struct Value {
  Tag tag;
  int32_t count;
  union {
    int64_t integer;
    double number;
    void* pointer;
  };
};
