// The one door to libtorch. Every ATen operator is reached by name through the dispatcher (`door_operator`, `door_call`);
// below that come the few things that are no operator: autograd, metadata, generators, devices, threads, counters.
// Compiles unchanged against libtorch 1.13 and 2.x, CPU or CUDA: no CUDA header is included.
#include "door.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/ScalarType.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/grad_mode.h>
#include <torch/version.h>

#include <dlfcn.h>
#include <malloc.h>

#include <atomic>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

thread_local std::string error;
thread_local std::vector<Value> results;
thread_local torch::jit::Stack stack;
std::atomic<int64_t> live_handles{0};

using Impl = c10::TensorImpl;
using OptionalTensorList = decltype(std::declval<const c10::IValue&>().toOptionalTensorList());

// Runs `body`; an exception becomes the thread's error text and `failed` is returned.
template <class Body, class Result>
Result guarded(Result failed, Body body) noexcept {
  try {
    return body();
  } catch (const c10::Error& e) {
    error = e.what_without_backtrace();
  } catch (const std::exception& e) {
    error = e.what();
  } catch (...) {
    error = "an exception of unknown type";
  }
  return failed;
}

at::Tensor borrow(void* handle) {
  if (!handle) return {};
  return at::Tensor(c10::intrusive_ptr<Impl, c10::UndefinedTensorImpl>::reclaim_copy(static_cast<Impl*>(handle)));
}

void* give(at::Tensor tensor) {
  if (!tensor.defined()) return nullptr;
  live_handles.fetch_add(1, std::memory_order_relaxed);
  return tensor.unsafeReleaseTensorImpl();
}

at::Generator borrow_generator(void* handle) {
  return at::Generator(
      c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
}

void* give_generator(at::Generator generator) { return generator.unsafeReleaseGeneratorImpl(); }

c10::Device device_of(int64_t packed) {
  return {static_cast<c10::DeviceType>(static_cast<int8_t>(packed)), static_cast<c10::DeviceIndex>(packed >> 32)};
}

// KiB of memory this result brought to life, so that the garbage collector can be told: views bring none, nor does a
// tensor handed back as it came. A new one shares its memory only with the copy that its own history keeps.
int32_t weight(const at::Tensor& tensor) {
  if (!tensor.defined() || !tensor.has_storage() || tensor.use_count() > 1) return 0;
  const auto& storage = tensor.storage();
  if (storage.device_type() != c10::DeviceType::CPU) return 0;
  if (storage.use_count() > 1 && (tensor.is_view() || !tensor.requires_grad())) return 0;
  return static_cast<int32_t>(std::min<size_t>(1 + storage.nbytes() / 1024, INT32_MAX));
}

template <class T>
c10::List<T> list_of(const Value& value) {
  c10::List<T> list;
  list.reserve(value.count);
  auto* item = static_cast<const T*>(value.pointer);
  for (int32_t i = 0; i < value.count; i++) list.push_back(item[i]);
  return list;
}

template <class List>
List tensors_of(const Value& value) {
  List list;
  list.reserve(value.count);
  auto* item = static_cast<void* const*>(value.pointer);
  for (int32_t i = 0; i < value.count; i++) list.push_back(borrow(item[i]));
  return list;
}

c10::IValue optional_tensors_of(const Value& value) {
  OptionalTensorList list;
  list.reserve(value.count);
  auto* item = static_cast<void* const*>(value.pointer);
  for (int32_t i = 0; i < value.count; i++) {
    if (item[i]) list.push_back(borrow(item[i]));
    else list.push_back({});
  }
  return list;
}

c10::IValue bools_of(const Value& value) {
  c10::List<bool> list;
  for (int32_t i = 0; i < value.count; i++) list.push_back(static_cast<const uint8_t*>(value.pointer)[i] != 0);
  return list;
}

std::vector<at::Tensor> vector_of(void** handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int32_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

// An operator's handle with the schema's defaults parsed once.
struct Operator {
  c10::OperatorHandle handle;
  std::vector<c10::IValue> defaults;
  std::string name;
};

c10::IValue value_of(const Value& value, const Operator& op, size_t position) {
  switch (value.tag) {
    case Tag::None: return {};
    case Tag::Default: return op.defaults[position];
    case Tag::Tensor: return borrow(value.pointer);
    case Tag::Int: return value.integer;
    case Tag::Double: return value.number;
    case Tag::Bool: return value.integer != 0;
    case Tag::Complex: {
      auto* parts = static_cast<const double*>(value.pointer);
      return c10::complex<double>(parts[0], parts[1]);
    }
    case Tag::IntList: return list_of<int64_t>(value);
    case Tag::DoubleList: return list_of<double>(value);
    case Tag::BoolList: return bools_of(value);
    case Tag::TensorList: return tensors_of<c10::List<at::Tensor>>(value);
    case Tag::OptionalTensorList: return optional_tensors_of(value);
    case Tag::String: return std::string(static_cast<const char*>(value.pointer), value.count);
    case Tag::Device: return device_of(value.integer);
    case Tag::Generator: return borrow_generator(value.pointer);
    default: throw std::invalid_argument("an argument with an unknown tag");
  }
}

void give_back(c10::IValue&& value) {
  Value result{};
  if (value.isTensor()) {
    auto tensor = std::move(value).toTensor();
    result.tag = Tag::Tensor;
    result.count = weight(tensor);
    result.pointer = give(std::move(tensor));
  } else if (value.isTensorList()) {
    for (at::Tensor tensor : value.toTensorVector()) give_back(std::move(tensor));
    return;
  } else if (value.isInt()) {
    result.tag = Tag::Int;
    result.integer = value.toInt();
  } else if (value.isDouble()) {
    result.tag = Tag::Double;
    result.number = value.toDouble();
  } else if (value.isBool()) {
    result.tag = Tag::Bool;
    result.integer = value.toBool();
  } else if (value.isScalar()) {
    result.tag = Tag::Complex;
    result.number = value.toScalar().toComplexDouble().real();
  } else {
    result.tag = Tag::None;
  }
  results.push_back(result);
}

int32_t give_all(const std::vector<at::Tensor>& tensors, Value** out) {
  results.clear();
  for (at::Tensor tensor : tensors) give_back(std::move(tensor));
  *out = results.data();
  return static_cast<int32_t>(results.size());
}

// Larger thresholds keep freed blocks with the process instead of returning them to the kernel at every step.
// 32 MiB is the most that malloc takes for the first; it must be taken, for setting the others stops it from adapting.
const bool tuned = [] {
  if (!mallopt(M_MMAP_THRESHOLD, 32 << 20)) return false;
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
  return true;
}();

}  // namespace

// ---- operators ----

EXPORT void* door_operator(const char* name, const char* overload) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
    auto op = std::make_unique<Operator>(Operator{handle, {}, name});
    for (const auto& argument : handle.schema().arguments()) {
      const auto& fallback = argument.default_value();
      op->defaults.push_back(fallback ? *fallback : c10::IValue());
    }
    return op.release();
  });
}

// Calls with `count` leading arguments; the rest take their defaults. The results stay valid until the thread's next call.
// With `out` null they are dropped (in-place operators give back their own first argument).
EXPORT int32_t door_call(void* operation, const Value* arguments, int32_t count, Value** out) {
  const auto base = stack.size();
  const auto& op = *static_cast<Operator*>(operation);
  auto failed = guarded(-1, [&] {
    for (int32_t i = 0; i < count; i++) stack.push_back(value_of(arguments[i], op, i));
    for (size_t i = count; i < op.defaults.size(); i++) stack.push_back(op.defaults[i]);
    op.handle.callBoxed(&stack);
    return 0;
  });
  int32_t given = -1;
  if (!failed) {
    results.clear();
    if (out) {
      for (auto i = base; i < stack.size(); i++) give_back(std::move(stack[i]));
      *out = results.data();
    }
    given = static_cast<int32_t>(results.size());
  }
  stack.resize(base);
  return given;
}

EXPORT const char* door_error() { return error.c_str(); }

// ---- handles and metadata ----

EXPORT void door_release(void* tensor) {
  live_handles.fetch_sub(1, std::memory_order_relaxed);
  c10::intrusive_ptr<Impl, c10::UndefinedTensorImpl>::reclaim(static_cast<Impl*>(tensor));
}

EXPORT void* door_share(void* tensor) { return give(borrow(tensor)); }

EXPORT int64_t door_live_handles() { return live_handles.load(std::memory_order_relaxed); }

EXPORT int32_t door_dim(void* tensor) { return static_cast<int32_t>(static_cast<Impl*>(tensor)->dim()); }

EXPORT int64_t door_numel(void* tensor) { return static_cast<Impl*>(tensor)->numel(); }

EXPORT void door_sizes(void* tensor, int64_t* sizes) {
  auto from = static_cast<Impl*>(tensor)->sizes();
  std::copy(from.begin(), from.end(), sizes);
}

EXPORT void door_strides(void* tensor, int64_t* strides) {
  auto from = static_cast<Impl*>(tensor)->strides();
  std::copy(from.begin(), from.end(), strides);
}

EXPORT int32_t door_dtype(void* tensor) {
  return static_cast<int32_t>(c10::typeMetaToScalarType(static_cast<Impl*>(tensor)->dtype()));
}

EXPORT int64_t door_device(void* tensor) {
  auto device = static_cast<Impl*>(tensor)->device();
  return static_cast<int64_t>(static_cast<uint32_t>(device.type())) | (static_cast<int64_t>(device.index()) << 32);
}

EXPORT int32_t door_is_contiguous(void* tensor) { return static_cast<Impl*>(tensor)->is_contiguous(); }

EXPORT int64_t door_storage_offset(void* tensor) { return static_cast<Impl*>(tensor)->storage_offset(); }

EXPORT int32_t door_is_sparse(void* tensor) { return static_cast<Impl*>(tensor)->is_sparse(); }

EXPORT void* door_data(void* tensor) {
  return guarded(static_cast<void*>(nullptr), [&] { return borrow(tensor).data_ptr(); });
}

// A tensor that owns its bytes: copied from `data`.
EXPORT void* door_from_bytes(const void* data, const int64_t* sizes, int32_t dim, int32_t dtype) {
  return guarded(static_cast<void*>(nullptr), [&] {
    auto options = at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype));
    return give(at::from_blob(const_cast<void*>(data), at::IntArrayRef(sizes, dim), options).clone());
  });
}

EXPORT int32_t door_element_size(int32_t dtype) {
  return static_cast<int32_t>(c10::elementSize(static_cast<c10::ScalarType>(dtype)));
}

EXPORT int32_t door_default_dtype() {
  return static_cast<int32_t>(c10::typeMetaToScalarType(c10::get_default_dtype()));
}

EXPORT int32_t door_set_default_dtype(int32_t dtype) {
  return guarded(-1, [&] {
    c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<c10::ScalarType>(dtype)));
    return 0;
  });
}

EXPORT int32_t door_promote(int32_t left, int32_t right) {
  return guarded(-1, [&] {
    return static_cast<int32_t>(
        c10::promoteTypes(static_cast<c10::ScalarType>(left), static_cast<c10::ScalarType>(right)));
  });
}

// ---- autograd ----

EXPORT int32_t door_requires_grad(void* tensor) { return borrow(tensor).requires_grad(); }

EXPORT int32_t door_set_requires_grad(void* tensor, int32_t value) {
  return guarded(-1, [&] { return borrow(tensor).set_requires_grad(value != 0), 0; });
}

EXPORT int32_t door_is_leaf(void* tensor) { return borrow(tensor).is_leaf(); }

EXPORT int32_t door_retain_grad(void* tensor) {
  return guarded(-1, [&] { return borrow(tensor).retain_grad(), 0; });
}

EXPORT void* door_grad(void* tensor) {
  return guarded(static_cast<void*>(nullptr), [&] { return give(borrow(tensor).grad()); });
}

EXPORT int32_t door_set_grad(void* tensor, void* grad) {
  return guarded(-1, [&] { return borrow(tensor).mutable_grad() = borrow(grad), 0; });
}

// What `tensor.data = other` does: the variable keeps its identity and takes the other's contents.
EXPORT int32_t door_set_data(void* tensor, void* other) {
  return guarded(-1, [&] { return borrow(tensor).set_data(borrow(other)), 0; });
}

EXPORT int32_t door_backward(
    void** tensors, int32_t count, void** grads, int32_t grad_count, void** inputs, int32_t input_count,
    int32_t retain_graph, int32_t create_graph) {
  return guarded(-1, [&] {
    torch::autograd::backward(
        vector_of(tensors, count), vector_of(grads, grad_count), retain_graph != 0, create_graph != 0,
        vector_of(inputs, input_count));
    return 0;
  });
}

EXPORT int32_t door_gradients(
    void** outputs, int32_t count, void** inputs, int32_t input_count, void** grads, int32_t grad_count,
    int32_t retain_graph, int32_t create_graph, int32_t allow_unused, Value** out) {
  return guarded(-1, [&] {
    return give_all(
        torch::autograd::grad(
            vector_of(outputs, count), vector_of(inputs, input_count), vector_of(grads, grad_count),
            retain_graph != 0, create_graph != 0, allow_unused != 0),
        out);
  });
}

EXPORT int32_t door_grad_mode() { return c10::GradMode::is_enabled(); }

EXPORT void door_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

EXPORT int32_t door_inference_mode() { return c10::InferenceMode::is_enabled(); }

EXPORT void* door_enter_inference_mode(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }

EXPORT void door_leave_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- generators ----

EXPORT void* door_new_generator(uint64_t seed, int64_t device) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    auto where = device_of(device);
    if (where.is_cpu()) return give_generator(at::detail::createCPUGenerator(seed));
    auto generator = at::globalContext().defaultGenerator(where).clone();
    generator.set_current_seed(seed);
    return give_generator(generator);
  });
}

EXPORT void* door_default_generator(int64_t device) {
  return guarded(static_cast<void*>(nullptr), [&] {
    return give_generator(at::globalContext().defaultGenerator(device_of(device)));
  });
}

EXPORT void door_release_generator(void* generator) {
  c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(static_cast<c10::GeneratorImpl*>(generator));
}

EXPORT void door_seed_generator(void* generator, uint64_t seed) {
  auto target = borrow_generator(generator);
  std::lock_guard<std::mutex> lock(target.mutex());
  target.set_current_seed(seed);
}

EXPORT uint64_t door_reseed_generator(void* generator) {
  auto target = borrow_generator(generator);
  std::lock_guard<std::mutex> lock(target.mutex());
  return target.seed();
}

EXPORT uint64_t door_initial_seed(void* generator) { return borrow_generator(generator).current_seed(); }

EXPORT void* door_generator_state(void* generator) {
  return guarded(static_cast<void*>(nullptr), [&] { return give(borrow_generator(generator).get_state()); });
}

EXPORT int32_t door_set_generator_state(void* generator, void* state) {
  return guarded(-1, [&] { return borrow_generator(generator).set_state(borrow(state)), 0; });
}

// Seeds every generator of every device, as Python's manual_seed does.
EXPORT void door_manual_seed(uint64_t seed) {
  auto& context = at::globalContext();
  auto cpu = context.defaultGenerator(c10::Device(c10::DeviceType::CPU));
  door_seed_generator(cpu.unsafeGetGeneratorImpl(), seed);
  if (!at::hasCUDA()) return;
  for (size_t i = 0; i < at::detail::getCUDAHooks().getNumGPUs(); i++) {
    auto cuda = context.defaultGenerator(c10::Device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(i)));
    door_seed_generator(cuda.unsafeGetGeneratorImpl(), seed);
  }
}

// ---- machine ----

EXPORT int32_t door_cuda_count() {
  return guarded(0, [] { return at::hasCUDA() ? static_cast<int32_t>(at::detail::getCUDAHooks().getNumGPUs()) : 0; });
}

EXPORT int32_t door_cuda_synchronize(int64_t device) {
  return guarded(-1, [&] {
    auto where = device_of(device);
    c10::impl::VirtualGuardImpl guard(where.type());
    auto current = where.has_index() ? where : guard.getDevice();
    guard.getStream(current).synchronize();
    return 0;
  });
}

EXPORT int32_t door_threads() { return at::get_num_threads(); }

// OpenMP's and libtorch's own count; and OpenBLAS's, whose pthread build listens to nobody else.
EXPORT void door_set_threads(int32_t count) {
  at::set_num_threads(count);
  using Setter = void (*)(int);
  if (auto set = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(count);
}

EXPORT int32_t door_blas_threads() {
  using Getter = int (*)();
  auto get = reinterpret_cast<Getter>(dlsym(RTLD_DEFAULT, "openblas_get_num_threads"));
  return get ? get() : 0;
}

EXPORT int32_t door_interop_threads() { return at::get_num_interop_threads(); }

EXPORT int32_t door_set_interop_threads(int32_t count) {
  return guarded(-1, [&] { return at::set_num_interop_threads(count), 0; });
}

EXPORT const char* door_version() { return TORCH_VERSION; }
