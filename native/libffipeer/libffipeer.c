/* libffi's ffi_call in a loop of C's, for signatures that are data. libffi is looked for at run time, so that this compiles without it. */
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define EXPORT __attribute__((visibility("default")))

#if __has_include(<ffi.h>)
#include <ffi.h>

enum { MOST = 32 };

typedef ffi_status prepare(ffi_cif *, ffi_abi, unsigned int, ffi_type *, ffi_type **);
typedef void call(ffi_cif *, void (*)(void), void *, void **);

struct signature {
    ffi_cif cif;
    call *call;
    ffi_type *types[MOST];
    ffi_type *fields[3];
    ffi_type vector;
    union { int64_t integer; double number; double vector[2]; } values[MOST];
    void *arguments[MOST];
    char first;
    char result;
};

/* 'l' is int64_t, 'd' is double, 'v' is struct { double, double }. Arguments are 0 (set by the loop), 2, 3 … in order; NULL where libffi isn't there. */
EXPORT void *libffi_prepare(const char *types, char result)
{
    void *library = dlopen("libffi.so.8", RTLD_NOW);
    library = library ? library : dlopen("libffi.so.7", RTLD_NOW);
    struct signature *signature = library ? calloc(1, sizeof *signature) : NULL;
    if (!signature) return NULL;

    ffi_type *integer = dlsym(library, "ffi_type_sint64");
    ffi_type *number = dlsym(library, "ffi_type_double");
    prepare *prepare_cif = (prepare *)dlsym(library, "ffi_prep_cif");
    signature->call = (call *)dlsym(library, "ffi_call");
    if (!integer || !number || !prepare_cif || !signature->call) return NULL;

    signature->fields[0] = signature->fields[1] = number;
    signature->vector = (ffi_type){ 0, 0, FFI_TYPE_STRUCT, signature->fields };
    signature->first = types[0];
    signature->result = result;
    unsigned int count = 0;
    for (int value = 1; types[count]; count++) {
        signature->types[count] = types[count] == 'l' ? integer : types[count] == 'd' ? number : &signature->vector;
        signature->arguments[count] = &signature->values[count];
        if (types[count] == 'l') signature->values[count].integer = value++;
        else signature->values[count].vector[0] = value++;
        if (types[count] == 'v') signature->values[count].vector[1] = value++;
    }

    ffi_status status = prepare_cif(&signature->cif, FFI_DEFAULT_ABI, count, result == 'l' ? integer : number, signature->types);
    return status == FFI_OK ? signature : NULL;
}

EXPORT int64_t libffi_loop(void *prepared, void (*function)(void), int32_t count)
{
    struct signature *signature = prepared;
    int64_t integers = 0;
    double numbers = 0;
    for (int32_t index = 0; index < count; index++) {
        union { ffi_arg integer; double number; } result;
        if (signature->first == 'l') signature->values[0].integer = index;
        else signature->values[0].number = index;
        signature->call(&signature->cif, function, &result, signature->arguments);
        if (signature->result == 'l') integers += (int64_t)result.integer;
        else numbers += result.number;
    }

    return integers + (int64_t)numbers;
}
#else
EXPORT void *libffi_prepare(const char *types, char result)
{
    (void)types, (void)result;
    return NULL;
}

EXPORT int64_t libffi_loop(void *prepared, void (*function)(void), int32_t count)
{
    (void)prepared, (void)function, (void)count;
    return 0;
}
#endif
