/* `ijkpad levy` against published worked examples and cases worked out by hand from the statute.
 *
 * Published and derived examples have the ids of their collection: P of NEa or an article, D one
 * step of arithmetic on published figures, V from the statute. The others are worked out here:
 *
 *   taxed   = max(0, emissions - rights - bought), covered = emissions - taxed
 *   minimum = max(0, minimum price - ETS price) from 2023
 *   rate    = max(minimum, gross rate - ETS price); n2o and incinerator: gross rate
 *   credit  = surplus against the taxed tonnes of the five years before, at (rate - minimum) of
 *             those years, the highest first
 *
 * Gross rates of the act, EUR/t: 30.48 (2021), 41.75, 55.94, 74.17, 87.90 (2025), 103.66 (2026),
 * then 13.21 a year more; ETS forward price: 26.73 (2021), 60.78, 70.9002, 82.9056, 66.76 (2025),
 * 78.2544 (2026); minimum price: 16.40 (2023), 18.00, 19.80 (2025).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include "reference-texts.h"

#include <math.h>
#include <string.h>

enum
{
  TAXED,
  COVERED,
  RATE,
  MINIMUM,
  LEVY,
  SURPLUS,
  CREDIT,
  NET,
  N_NUMBERS,
};

static const char *const indicators[N_NUMBERS] = { "taxed_tonnes", "covered_tonnes", "rate",
                                                   "minimum_rate", "levy", "surplus", "credit",
                                                   "net_levy" };
static const char *const units[N_NUMBERS]
    = { "t", "t", "EUR/t", "EUR/t", "EUR", "t", "EUR", "EUR" };

typedef struct
{
  const char *name;
  const char *arguments;
  double numbers[N_NUMBERS];
  const char *history; /* rows below the header, or NULL */
} LevyCase;

static const LevyCase cases[] = {
  /* 200 t taxed (NEa 2022-06-15), at 30.48 - 26.73 = 3.75 */
  { "P1", "--year 2021 --emissions 1000 --rights 800", { 200, 800, 3.75, 0, 750, 0, 0, 750 } },
  /* 20 rights can be sold; whoever has fewer rights than emissions can sell none (NEa) */
  { "P2", "--year 2021 --emissions 100 --rights 120", { 0, 100, 3.75, 0, 0, 20, 0, 0 } },
  { "P2-short", "--year 2021 --emissions 120 --rights 100", { 20, 100, 3.75, 0, 75, 0, 0, 75 } },
  /* 20 t taxed in 2021; 10 rights over in 2022 give the levy on 10 t back (NEa): 75.00 and 37.50
   * inside the ETS; the rate of 2022 is 41.75 - 60.78 below zero */
  { "P3-D4-due", "--year 2021 --emissions 100 --rights 80", { 20, 80, 3.75, 0, 75, 0, 0, 75 } },
  { "P3-D4-back", "--year 2022 --emissions 60 --rights 70",
    { 0, 60, 0, 0, 0, 10, 37.5, -37.5 }, "2021,100,80,0\n" },
  /* outside the ETS 609.60 and 304.80 */
  { "D4-outside-due", "--kind n2o --year 2021 --emissions 100 --rights 80",
    { 20, 80, 30.48, 0, 609.6, 0, 0, 609.6 } },
  { "D4-outside-back", "--kind n2o --year 2022 --emissions 60 --rights 70",
    { 0, 60, 41.75, 0, 0, 10, 304.8, -304.8 }, "2021,100,80,0\n" },
  /* 3.75 for an ETS installation, 30.48 outside (NEa 2022-04-28) */
  { "P5", "--year 2021 --emissions 1 --rights 0", { 1, 0, 3.75, 0, 3.75, 0, 0, 3.75 } },
  { "P5-outside", "--kind incinerator --year 2021 --emissions 1 --rights 0",
    { 1, 0, 30.48, 0, 30.48, 0, 0, 30.48 } },
  /* 30.48 - 18 = 12.48 (article of 2021-08) */
  { "P7", "--year 2021 --emissions 1 --rights 0 --rate 30.48 --reference-price 18",
    { 1, 0, 12.48, 0, 12.48, 0, 0, 12.48 } },
  /* 40,000 t at 87.90 - 66.76 = 21.14; prices given, and prices of the tables */
  { "V1", "--year 2025 --emissions 500000 --rights 460000 --rate 87.90 --reference-price 66.76 "
          "--minimum-price 19.80",
    { 40000, 460000, 21.14, 0, 845600, 0, 0, 845600 } },
  { "V1-by-table", "--year 2025 --emissions 500000 --rights 460000",
    { 40000, 460000, 21.14, 0, 845600, 0, 0, 845600 } },
  { "V2", "--year 2025 --emissions 500000 --rights 520000",
    { 0, 500000, 21.14, 0, 0, 20000, 0, 0 } },
  { "V3", "--year 2025 --emissions 500000 --rights 460000 --reference-price 90",
    { 40000, 460000, 0, 0, 0, 0, 0, 0 } },
  /* 70,000 t at 153.32 without deduction */
  { "V5", "--kind incinerator --year 2027 --emissions 250000 --rights 180000",
    { 70000, 180000, 153.32, 0, 10732400, 0, 0, 10732400 } },

  /* bought rights cover: 500,000 - 460,000 - 30,000 = 10,000 t; 10,000 * 21.14 = 211,400 */
  { "bought-rights-cover", "--year 2025 --emissions 500000 --rights 460000 --bought 30000",
    { 10000, 490000, 21.14, 0, 211400, 0, 0, 211400 } },
  /* more bought than needed tax nothing, and are no surplus of one's own rights */
  { "bought-too-many", "--year 2025 --emissions 100 --rights 80 --bought 50",
    { 0, 100, 21.14, 0, 0, 0, 0, 0 } },
  /* 100.1 - 80.2 - 5.3 = 14.6 t; 14.6 * 21.14 = 308.644 */
  { "fractions", "--year 2025 --emissions 100.1 --rights 80.2 --bought 5.3",
    { 14.6, 85.5, 21.14, 0, 308.644, 0, 0, 308.644 } },
  { "nothing-emitted", "--year 2025 --emissions 0 --rights 0", { 0, 0, 21.14, 0, 0, 0, 0, 0 } },

  /* ETS price 10: minimum 19.80 - 10 = 9.80; rate 77.90; 400 * 77.90 + 600 * 9.80 = 37,040 */
  { "minimum-on-covered", "--year 2025 --emissions 1000 --rights 600 --reference-price 10",
    { 400, 600, 77.9, 9.8, 37040, 0, 0, 37040 } },
  /* gross rate 15: 15 - 10 = 5 is below the minimum of 9.80, which holds: 1,000 * 9.80 = 9,800 */
  { "minimum-is-the-floor",
    "--year 2025 --emissions 1000 --rights 600 --reference-price 10 --rate 15",
    { 400, 600, 9.8, 9.8, 9800, 0, 0, 9800 } },
  /* minimum price 100: 100 - 80 = 20, above 87.90 - 80 = 7.90: 1,000 * 20 = 20,000 */
  { "minimum-price-given",
    "--year 2025 --emissions 1000 --rights 900 --reference-price 80 --minimum-price 100",
    { 100, 900, 20, 20, 20000, 0, 0, 20000 } },
  /* a nitrous oxide plant: 400 * 87.90 + 600 * 9.80 = 35,160 + 5,880 */
  { "minimum-outside-ets",
    "--kind n2o --year 2025 --emissions 1000 --rights 600 --reference-price 10",
    { 400, 600, 87.9, 9.8, 41040, 0, 0, 41040 } },
  /* before 2023 the minimum price does not hold for industry: 400 * (41.75 - 10) = 12,700 */
  { "no-minimum-in-2022", "--year 2022 --emissions 1000 --rights 600 --reference-price 10",
    { 400, 600, 31.75, 0, 12700, 0, 0, 12700 } },
  /* a surplus does not free covered tonnes of the minimum: 80 * 9.80 = 784 */
  { "minimum-with-surplus", "--year 2025 --emissions 80 --rights 100 --reference-price 10",
    { 0, 80, 77.9, 9.8, 784, 20, 0, 784 } },

  /* 2026: 103.66 - 78.2544 = 25.4056 by the act, 78.67 - 78.2544 = 0.4156 by the tax plan */
  { "regime-act-2021", "--regime act_2021 --year 2026 --emissions 1000 --rights 900",
    { 100, 900, 25.4056, 0, 2540.56, 0, 0, 2540.56 } },
  { "regime-tightening", "--regime tightening_2023 --year 2026 --emissions 1000 --rights 900",
    { 100, 900, 25.4056, 0, 2540.56, 0, 0, 2540.56 } },
  { "regime-tax-plan", "--regime tax_plan_2026 --year 2026 --emissions 1000 --rights 900",
    { 100, 900, 0.4156, 0, 41.56, 0, 0, 41.56 } },
  /* the tax plan keeps 78.67 in real terms; 100 * (78.67 - 50) = 2,867 */
  { "regime-tax-plan-2040", "--year 2040 --emissions 1000 --rights 900 --reference-price 50",
    { 100, 900, 28.67, 0, 2867, 0, 0, 2867 } },
  /* incinerators, 2028: 203.74 by the tax plan; by the act 103.66 + 2 * 13.21 = 130.08 */
  { "incinerator-tax-plan", "--kind incinerator --year 2028 --emissions 1000 --rights 900",
    { 100, 900, 203.74, 0, 20374, 0, 0, 20374 } },
  { "incinerator-act-2021",
    "--kind incinerator --regime act_2021 --year 2028 --emissions 1000 --rights 900",
    { 100, 900, 130.08, 0, 13008, 0, 0, 13008 } },

  /* 200 t taxed at 3.75 in 2021; 50 taken back in 2022, 60 in 2023; of the 100 of 2024 only the
   * 90 t left count: 90 * 3.75 = 337.50. Rate of 2024: 74.17 - 82.9056 below zero. */
  { "several-surpluses", "--year 2024 --emissions 600 --rights 700",
    { 0, 600, 0, 0, 0, 100, 337.5, -337.5 },
    "2021,1000,800,0\n2022,900,950,0\n2023,700,760,0\n" },
  /* taxed: 200 t at 3.75 (2021), 100 t at 21.14 (2025); 150 rights over in 2026 go to the dearest
   * first: 100 * 21.14 + 50 * 3.75 = 2,301.50 */
  { "highest-rate-first", "--year 2026 --emissions 500 --rights 650",
    { 0, 500, 0.4156, 0, 0, 150, 2301.5, -2301.5 }, "2021,200,0,0\n2025,100,0,0\n" },
  /* 2021 is within five years of 2026: 50 * 30.48 = 1,524; in 2027 it is out of reach */
  { "five-years-back", "--kind n2o --year 2026 --emissions 100 --rights 150",
    { 0, 100, 78.67, 0, 0, 50, 1524, -1524 }, "2021,200,0,0\n" },
  { "not-six-years-back", "--kind n2o --year 2027 --emissions 100 --rights 150",
    { 0, 100, 78.67, 0, 0, 50, 0, 0 }, "2021,200,0,0\n" },
  /* bought rights had covered 150 of the 200 t of 2021: 50 * 3.75 = 187.50 */
  { "bought-then-back", "--year 2022 --emissions 100 --rights 400",
    { 0, 100, 0, 0, 0, 300, 187.5, -187.5 }, "2021,1000,800,150\n" },
  /* no surplus, nothing back; surplus without earlier levy, nothing back */
  { "no-surplus-no-credit", "--year 2025 --emissions 100 --rights 90",
    { 10, 90, 21.14, 0, 211.4, 0, 0, 211.4 }, "2021,1000,800,0\n" },
  { "no-levy-no-credit", "--year 2025 --emissions 100 --rights 150",
    { 0, 100, 21.14, 0, 0, 50, 0, 0 }, "2021,1000,1000,0\n2023,500,600,0\n" },
  /* earlier years are at the rates of the kind and regime: 50 * 153.32 = 7,666 or, by the act,
   * 50 * (103.66 + 13.21) = 5,843.50 */
  { "history-of-incinerator", "--kind incinerator --year 2028 --emissions 100 --rights 150",
    { 0, 100, 203.74, 0, 0, 50, 7666, -7666 }, "2027,100,0,0\n" },
  { "history-by-the-act",
    "--kind incinerator --regime act_2021 --year 2028 --emissions 100 --rights 150",
    { 0, 100, 130.08, 0, 0, 50, 5843.5, -5843.5 }, "2027,100,0,0\n" },
};

/* Runs the command in CSV and expects the rows, in their order, with these numbers. */
static void
expect_numbers (const char   *arguments,
                const double *numbers)
{
  g_autofree char *csv = program_read (arguments);
  g_autoptr (GPtrArray) rows = program_split_csv (csv);
  g_autofree char *header = g_strjoinv (",", g_ptr_array_index (rows, 0));

  g_assert_cmpstr (header, ==, "indicator,value,unit");
  g_assert_cmpuint (rows->len, ==, 1 + N_NUMBERS);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      char **cells = g_ptr_array_index (rows, i + 1);
      char *end = NULL;
      const double value = g_ascii_strtod (cells[1], &end);

      g_assert_cmpstr (cells[0], ==, indicators[i]);
      g_assert_cmpstr (cells[2], ==, units[i]);
      g_assert_true (end != cells[1] && *end == '\0');
      /* A hundredth of a cent on the largest amount. */
      if (fabs (value - numbers[i]) > 1e-9 * MAX (1, fabs (numbers[i])))
        g_error ("%s is %s, not %.10g", indicators[i], cells[1], numbers[i]);
    }
}

static void
expect_levy (gconstpointer data)
{
  const LevyCase *c = data;
  char *folder = program_make_folder ();
  g_autofree char *path = g_build_filename (folder, "history.csv", NULL);
  g_autofree char *history
      = g_strconcat ("year,emissions,rights,bought\n", c->history != NULL ? c->history : "", NULL);
  g_autofree char *arguments
      = g_strdup_printf ("levy %s --history %s --format csv", c->arguments, path);

  /* A history without rows is no history. */
  g_assert_true (g_file_set_contents (path, history, -1, NULL));
  expect_numbers (arguments, c->numbers);
  if (c->history == NULL)
    {
      g_autofree char *without = g_strdup_printf ("levy %s --format csv", c->arguments);

      expect_numbers (without, c->numbers);
    }
  program_remove_folder (folder);
}

/* With a low ETS price in 2023 the minimum was paid on covered tonnes too, and is not given back:
 * minimum 16.40 - 6.40 = 10, rate 55.94 - 6.40 = 49.54. 2023: 40 * 49.54 + 60 * 10 = 2,581.60;
 * 30 rights over in 2024: 30 * (49.54 - 10) = 1,186.20. */
static void
test_credit_less_minimum (void)
{
  static const double due[N_NUMBERS] = { 40, 60, 49.54, 10, 2581.6, 0, 0, 2581.6 };
  static const double back[N_NUMBERS] = { 0, 50, 0, 0, 0, 30, 1186.2, -1186.2 };
  char *folder = program_make_folder ();
  g_auto (GStrv) texts = reference_texts_read ();
  g_autofree char *history = g_build_filename (folder, "earlier.csv", NULL);
  g_autofree char *of_2023 = g_strdup_printf (
      "levy --year 2023 --emissions 100 --rights 60 -f csv --reference %s", folder);
  g_autofree char *of_2024
      = g_strdup_printf ("levy --year 2024 --emissions 50 --rights 80 -f csv --reference %s "
                         "--history %s",
                         folder, history);

  (void) reference_texts_set_cell (&texts[IJK_TABLE_POLICY], "ets_ref,,2023,", "value", "6.4");
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (folder, ijk_table_names[i], NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    }
  g_assert_true (g_file_set_contents (history, "year,emissions,rights,bought\n2023,100,60,0\n", -1,
                                      NULL));
  expect_numbers (of_2023, due);
  expect_numbers (of_2024, back);
  program_remove_folder (folder);
}

/* Amounts are written as one would by hand. */
static void
test_csv_text (void)
{
  g_autofree char *csv
      = program_read ("levy --year 2025 --emissions 500000 --rights 460000 --format csv");

  g_assert_cmpstr (csv, ==,
                   "indicator,value,unit\n"
                   "taxed_tonnes,40000,t\n"
                   "covered_tonnes,460000,t\n"
                   "rate,21.14,EUR/t\n"
                   "minimum_rate,0,EUR/t\n"
                   "levy,845600,EUR\n"
                   "surplus,0,t\n"
                   "credit,0,EUR\n"
                   "net_levy,845600,EUR\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command/levy/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], expect_levy);
    }
  g_test_add_func ("/command/levy/credit-is-less-the-minimum", test_credit_less_minimum);
  g_test_add_func ("/command/levy/csv-text", test_csv_text);
  return g_test_run ();
}
