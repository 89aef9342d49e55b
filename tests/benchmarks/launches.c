/* Counts what a process asks of its GPU: kernels, copies, and waits, which hold the process up until the GPU has caught up.
 * Matrix products are not among the kernels: their library speaks to the driver itself.
 *
 *   cc -shared -fPIC -O2 -o launches.so launches.c -ldl
 *   LD_PRELOAD=./launches.so PROGRAM          one line on standard error as it ends
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>

typedef struct { unsigned x, y, z; } dimensions;

static atomic_long kernels, copies, waits;

#define PASS_ON(counter, name, parameters, arguments)                        \
    int name parameters {                                                    \
        static int (*real) parameters;                                       \
        if (!real) real = (int (*) parameters)dlsym(RTLD_NEXT, #name);       \
        if (!real) real = (int (*) parameters)dlsym(loaded(), #name);        \
        counter++;                                                           \
        return real arguments;                                               \
    }

/* The library may have come after this one, by dlopen, where RTLD_NEXT does not look. */
static void *loaded(void) {
    static const char *names[] = {"libcudart.so.13", "libcudart.so.12", NULL};
    for (const char **name = names; *name; name++) {
        void *library = dlopen(*name, RTLD_NOLOAD | RTLD_LAZY);
        if (library) return library;
    }
    return NULL;
}

PASS_ON(kernels, cudaLaunchKernel, (const void *f, dimensions grid, dimensions block, void **a, size_t shared, void *stream), (f, grid, block, a, shared, stream))
PASS_ON(kernels, cudaLaunchKernelExC, (const void *config, const void *f, void **a), (config, f, a))
PASS_ON(copies, cudaMemcpyAsync, (void *to, const void *from, size_t bytes, int kind, void *stream), (to, from, bytes, kind, stream))
PASS_ON(waits, cudaMemcpy, (void *to, const void *from, size_t bytes, int kind), (to, from, bytes, kind))
PASS_ON(waits, cudaStreamSynchronize, (void *stream), (stream))
PASS_ON(waits, cudaDeviceSynchronize, (void), ())
PASS_ON(waits, cudaEventSynchronize, (void *event), (event))

__attribute__((destructor)) static void report(void) {
    if (kernels) fprintf(stderr, "kernels %ld, copies %ld, waits %ld\n", kernels, copies, waits);
}
