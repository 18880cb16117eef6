/* Columns as people paste them. Needs no display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "ijk-path-shape.h"
#include "ijk-path-text.h"

static const IjkLever price = {
  .id = "ets_price", .kind = IJK_LEVER_KIND_PATH, .unit = "EUR/t", .min = 0, .max = 500, .step = 1,
};
static const IjkLever budget = {
  .id = "sde_budget", .kind = IJK_LEVER_KIND_PATH, .unit = "MEUR a round", .min = 0, .max = 20000,
  .step = 100,
};
static const IjkLever ceiling = {
  .id = "ccs_ceiling", .kind = IJK_LEVER_KIND_PATH, .unit = "kt/y", .min = 0, .max = 25000,
  .step = 100,
};
static const IjkLever share = {
  .id = "ccs_share", .kind = IJK_LEVER_KIND_MODE_SHARE, .unit = "share", .min = 0, .max = 1,
  .step = 0.05,
};

typedef struct
{
  const char *name;
  const IjkLever *lever;
  const char *text;
  guint n_points; /* 0: refused */
  IjkPathPoint points[4];
  const char *complaint;
} Case;

static const Case cases[] = {
  { "values-alone-start-in-the-first-free-year",
    &price,
    "80\n90\n100\n",
    3,
    { { 2026, 80 }, { 2027, 90 }, { 2028, 100 } },
    NULL },
  { "years-beside-tab",
    &price,
    "2030\t120\r\n2040\t180\r\n",
    2,
    { { 2030, 120 }, { 2040, 180 } },
    NULL },
  { "decimal-comma", &price, "2030;79,5", 1, { { 2030, 79.5 } }, NULL },
  { "decimal-point", &price, "2030 79.5", 1, { { 2030, 79.5 } }, NULL },
  { "heading-and-empty-lines", &price, "Year\tPrice\n\n2030\t120\n\n", 1, { { 2030, 120 } }, NULL },
  { "past-years-are-passed-over", &price, "2024\t900\n2030\t120\n", 1, { { 2030, 120 } }, NULL },
  { "years-in-any-order",
    &price,
    "2040\t180\n2030\t120\n",
    2,
    { { 2030, 120 }, { 2040, 180 } },
    NULL },
  { "percent", &share, "2030\t25%\n2040\t50 %\n", 2, { { 2030, 0.25 }, { 2040, 0.5 } }, NULL },
  { "share-as-percentage", &share, "2030\t12,5\n", 1, { { 2030, 0.125 } }, NULL },
  { "unit-behind", &price, "2030\t120 €/t\n", 1, { { 2030, 120 } }, NULL },
  { "quoted-cells", &price, "\"2030\";\"120\"\n", 1, { { 2030, 120 } }, NULL },
  { "out-of-range", &price, "2030\t120\n2031\t501\n", 0, { { 0 } }, "Line 2" },
  { "no-number", &price, "2030\t120\n2031\tabc\n", 0, { { 0 } }, "abc" },
  { "no-year", &price, "2030\t120\nsoon\t130\n", 0, { { 0 } }, "soon" },
  { "after-the-horizon", &price, "2051\t120\n", 0, { { 0 } }, "2050" },
  { "three-columns", &price, "2030\t120\t130\n", 0, { { 0 } }, "Line 1" },
  { "empty-cell-is-a-year-without-a-point",
    &price,
    "80\r\n\r\n100\r\n\r\n",
    2,
    { { 2026, 80 }, { 2028, 100 } },
    NULL },
  { "empty-first-cell", &price, "\n90\n", 1, { { 2027, 90 } }, NULL },
  { "year-beside-an-empty-cell",
    &budget,
    "2030\t120\n2031\t\n2032\t140\n",
    2,
    { { 2030, 120 }, { 2032, 140 } },
    NULL },
  { "values-like-years", &budget, "2030\n2040\n", 2, { { 2026, 2030 }, { 2027, 2040 } }, NULL },
  { "heading-with-a-digit", &price, "CO2 price\n80\n", 1, { { 2026, 80 } }, NULL },
  { "empty-lines-around-a-heading", &price, "\n\nPrice\n80\n", 1, { { 2026, 80 } }, NULL },
  { "heading-of-two-cells", &price, "Jaar;CO2-prijs\n2030;80\n", 1, { { 2030, 80 } }, NULL },
  { "money",
    &price,
    "2030\t€ 120,50\n2031\t€120\n",
    2,
    { { 2030, 120.5 }, { 2031, 120 } },
    NULL },
  { "money-in-thousands", &budget, "2030\t€ 1.200,00\n", 1, { { 2030, 1200 } }, NULL },
  { "money-for-a-share", &share, "2030\t€ 10\n", 0, { { 0 } }, "€ 10" },
  { "no-ceiling",
    &ceiling,
    "2030\t9700\n2031\tnone\n",
    2,
    { { 2030, 9700 }, { 2031, 25000 } },
    NULL },
  { "none-of-a-price", &price, "2030\tnone\n", 0, { { 0 } }, "none" },
  { "word-beside-the-first-year", &price, "2030\tabc\n2031\t120\n", 0, { { 0 } }, "abc" },
  { "error-of-a-spreadsheet", &price, "#N/B\n80\n", 0, { { 0 } }, "#N/B" },
  { "year-missing-in-one-line", &price, "2030\t120\n\t130\n", 0, { { 0 } }, "Line 2" },
  { "year-twice", &price, "2030\t120\n2030\t130\n", 0, { { 0 } }, "2030" },
  { "more-lines-than-years",
    &price,
    "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n",
    0,
    { { 0 } },
    "2051" },
  { "nothing", &price, "  \n", 0, { { 0 } }, "2026" },
};

static void
test_paste (gconstpointer data)
{
  const Case *c = data;
  IjkLeverValue value = { .n_points = 1, .points = { { 2035, 7 } } };
  g_autoptr (GError) error = NULL;
  const gboolean is_read = ijk_path_text_parse (c->lever, c->text, 2026, &value, &error);

  if (c->n_points == 0)
    {
      g_assert_false (is_read);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, c->complaint));
      /* Nothing is lost. */
      g_assert_cmpuint (value.n_points, ==, 1);
      g_assert_cmpint (value.points[0].year, ==, 2035);
      g_assert_cmpfloat (value.points[0].value, ==, 7);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (is_read);
  g_assert_cmpuint (value.n_points, ==, c->n_points);
  for (guint i = 0; i < c->n_points; i++)
    {
      g_assert_cmpint (value.points[i].year, ==, c->points[i].year);
      g_assert_cmpfloat_with_epsilon (value.points[i].value, c->points[i].value, 1e-12);
    }
}

static void
assert_points (const IjkPathPoint *points,
               guint               n_points,
               const IjkPathPoint *expected,
               guint               n_expected)
{
  g_assert_cmpuint (n_points, ==, n_expected);
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpint (points[i].year, ==, expected[i].year);
      g_assert_cmpfloat (points[i].value, ==, expected[i].value);
    }
}

static GArray *
points_of (const IjkPathPoint *points,
           guint               n_points)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (IjkPathPoint));

  g_array_append_vals (array, points, n_points);
  return array;
}

/* A step is the old value in the year before the next point; neighbours need none. */
static void
test_steps (void)
{
  const IjkPathPoint anchors[] = { { 2026, 10 }, { 2030, 20 }, { 2031, 30 } };
  const IjkPathPoint expected[] = { { 2026, 10 }, { 2029, 10 }, { 2030, 20 }, { 2031, 30 } };
  g_autoptr (GArray) points = points_of (anchors, G_N_ELEMENTS (anchors));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (IjkPathPoint));
  IjkLeverValue value = { 0 };

  ijk_path_shape_apply (IJK_PATH_STEPS, points, &value);
  assert_points (value.points, value.n_points, expected, G_N_ELEMENTS (expected));
  for (int year = 2026; year <= 2050; year++)
    g_assert_cmpfloat (ijk_lever_value_at (&value, year), ==,
                       year < 2030 ? 10 : year == 2030 ? 20 : 30);

  g_assert_cmpint (ijk_path_shape_find (value.points, value.n_points, found), ==, IJK_PATH_STEPS);
  assert_points ((const IjkPathPoint *) found->data, found->len, anchors, G_N_ELEMENTS (anchors));
}

static void
test_hold (void)
{
  const IjkPathPoint anchors[] = { { 2028, 10 }, { 2030, 20 } };
  g_autoptr (GArray) points = points_of (anchors, G_N_ELEMENTS (anchors));
  IjkLeverValue value = { 0 };

  ijk_path_shape_apply (IJK_PATH_HOLD, points, &value);
  g_assert_cmpuint (value.n_points, ==, 1);
  g_assert_cmpfloat (ijk_lever_value_at (&value, 2050), ==, 10);
}

/* However the points lie, they give back the path they were found in. */
static void
test_corners (void)
{
  for (guint round = 0; round < 200; round++)
    {
      double yearly[IJK_N_YEARS];
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (IjkPathPoint));
      IjkLeverValue value = { 0 };
      double at = g_test_rand_double_range (0, 100), slope = 1;

      for (guint t = 0; t < IJK_N_YEARS; t++)
        {
          if (g_test_rand_int_range (0, 5) == 0)
            slope = g_test_rand_double_range (-3, 3);
          yearly[t] = at += slope;
        }
      ijk_path_find_corners (yearly, found);
      ijk_path_shape_apply (IJK_PATH_LINES, found, &value);
      for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
        g_assert_cmpfloat_with_epsilon (ijk_lever_value_at (&value, year),
                                        yearly[IJK_YEAR_INDEX (year)], 1e-6);
    }
}

static void
test_full_path_of_steps (void)
{
  /* Every other year a step: the most points there can be. */
  GArray *points = g_array_new (FALSE, FALSE, sizeof (IjkPathPoint));
  IjkLeverValue value = { 0 };

  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year += 2)
    g_array_append_vals (points, &(IjkPathPoint) { year, year % 4 }, 1);
  ijk_path_shape_apply (IJK_PATH_STEPS, points, &value);
  g_assert_cmpuint (value.n_points, ==, IJK_LAST_YEAR - IJK_FIRST_FREE_YEAR + 1);
  g_array_unref (points);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/path-text/paste/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_paste);
    }
  g_test_add_func ("/path-shape/a-step-repeats-the-value-before-the-next-point", test_steps);
  g_test_add_func ("/path-shape/hold-keeps-the-first-point-only", test_hold);
  g_test_add_func ("/path-shape/corners-give-the-path-back", test_corners);
  g_test_add_func ("/path-shape/steps-never-need-more-points-than-years", test_full_path_of_steps);
  return g_test_run ();
}
