/* Counts allocations of the whole process, C library and GLib included: the executable's own
 * malloc comes before the library's. glibc only; under a sanitizer it counts nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include <stddef.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *block, size_t size);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *block, size_t size);

static int n_allocations;

void *
malloc (size_t size)
{
  g_atomic_int_inc (&n_allocations);
  return __libc_malloc (size);
}

void *
calloc (size_t n,
        size_t size)
{
  g_atomic_int_inc (&n_allocations);
  return __libc_calloc (n, size);
}

void *
realloc (void  *block,
         size_t size)
{
  g_atomic_int_inc (&n_allocations);
  return __libc_realloc (block, size);
}

guint
bench_count_allocations (void)
{
  return (guint) g_atomic_int_get (&n_allocations);
}

#else

guint
bench_count_allocations (void)
{
  return 0;
}

#endif
