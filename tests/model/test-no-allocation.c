/* A run takes no memory once its workspace exists: a slider that is dragged runs it for every
 * frame. Counted by putting functions before those of the C library, which glibc allows; the
 * address sanitizer does the same and cannot share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"
#include "random-scenario.h"

#include <stddef.h>

#define N_SCENARIOS 200

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

/* The counter itself must see what GLib and the C library allocate, or zero would mean nothing. */
static void
test_counter (void)
{
  const int before = g_atomic_int_get (&n_allocations);
  g_autofree char *block = g_malloc (1000);
  g_autofree char *copy = g_strdup ("text");

  g_assert_nonnull (block);
  g_assert_nonnull (copy);
  g_assert_cmpint (g_atomic_int_get (&n_allocations) - before, >=, 2);
}

static void
test_run (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (IjkScenario) scenario = random_scenario (reference, random, NULL);
      const int before = g_atomic_int_get (&n_allocations);

      (void) ijk_run (reference, scenario, workspace);
      g_assert_cmpint (g_atomic_int_get (&n_allocations), ==, before);
    }
}

#else

static void
test_counter (void)
{
  g_test_skip ("allocations cannot be counted in this build");
}

static void
test_run (void)
{
  g_test_skip ("allocations cannot be counted in this build");
}

#endif

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/no-allocation/counter-counts", test_counter);
  g_test_add_func ("/model/no-allocation/run-takes-no-memory", test_run);
  return g_test_run ();
}
