#pragma once
#define __BEGIN_DECLS
#define __END_DECLS
#define __THROW
#define __P(parameters) parameters
#define __CONCAT(left, right) left##right
#define __STRING(text) #text
#define __nonnull(parameters)
#define __attribute_malloc__
#define __attribute_pure__
#define __attribute_const__
#define __attribute_deprecated__
#define __wur
#define __restrict_arr
#define __unused __attribute__((unused))
#define __dead2 __attribute__((noreturn))
#define __GNUC_PREREQ(major, minor) 0
