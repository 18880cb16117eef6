/* What holds in a scenario when scopes and parents are walked: company > sector > national >
 * parent > reference, and a path only from its first point on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include <math.h>

/* What every test starts from. */
typedef struct
{
  IjkReference *reference;
  guint food, refining; /* sectors */
  guint shell, esso;    /* companies: Shell and ExxonMobil, both in refining */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  (void) data;
  self->reference = fixture_load_reference ();
  self->food = ijk_reference_find_sector (self->reference, "food");
  self->refining = ijk_reference_find_sector (self->reference, "refining");
  self->shell = ijk_reference_find_company (self->reference, "Shell");
  self->esso = ijk_reference_find_company (self->reference, "ExxonMobil");
  g_assert_true (self->food != IJK_NONE && self->refining != IJK_NONE);
  g_assert_true (self->shell != IJK_NONE && self->esso != IJK_NONE);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  (void) data;
  ijk_reference_unref (self->reference);
}

static double
get_path (const IjkScenario *scenario,
          IjkLeverId         lever,
          guint              sector,
          guint              company,
          int                year)
{
  double yearly[IJK_N_YEARS];

  ijk_scenario_path (scenario, lever, sector, company, NULL, yearly);
  return yearly[IJK_YEAR_INDEX (year)];
}

/* Number lever: sector > national > parent > reference. */
static void
test_number (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (self->reference, NULL);
  g_autoptr (IjkScenario) parent
      = fixture_scenario (self->reference, NULL, "grant=0.1 grant@sector:food=0.2");
  g_autoptr (IjkScenario) empty = ijk_scenario_new (self->reference, parent);
  g_autoptr (IjkScenario) national = fixture_scenario (self->reference, parent, "grant=0.3");
  g_autoptr (IjkScenario) sector
      = fixture_scenario (self->reference, parent, "grant@sector:food=0.4");

  (void) data;
  fixture_assert_near (ijk_scenario_number (nothing, IJK_LEVER_GRANT, self->food),
                       self->reference->levers[IJK_LEVER_GRANT].default_number);
  fixture_assert_near (ijk_scenario_number (parent, IJK_LEVER_GRANT, self->food), 0.2);
  fixture_assert_near (ijk_scenario_number (parent, IJK_LEVER_GRANT, self->refining), 0.1);
  fixture_assert_near (ijk_scenario_number (empty, IJK_LEVER_GRANT, self->food), 0.2);
  fixture_assert_near (ijk_scenario_number (empty, IJK_LEVER_GRANT, self->refining), 0.1);
  /* the child's national lever wins over its parent's sector */
  fixture_assert_near (ijk_scenario_number (national, IJK_LEVER_GRANT, self->food), 0.3);
  fixture_assert_near (ijk_scenario_number (sector, IJK_LEVER_GRANT, self->food), 0.4);
  fixture_assert_near (ijk_scenario_number (sector, IJK_LEVER_GRANT, self->refining), 0.1);
}

static void
test_choice (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (self->reference, NULL);
  g_autoptr (IjkScenario) parent
      = fixture_scenario (self->reference, NULL, "levy_regime=act_2021");
  g_autoptr (IjkScenario) empty = ijk_scenario_new (self->reference, parent);
  g_autoptr (IjkScenario) child
      = fixture_scenario (self->reference, parent, "levy_regime=tightening_2023");

  (void) data;
  g_assert_cmpuint (ijk_scenario_choice (nothing, IJK_LEVER_REGIME), ==, IJK_REGIME_TAX_PLAN_2026);
  g_assert_cmpuint (ijk_scenario_choice (empty, IJK_LEVER_REGIME), ==, IJK_REGIME_ACT_2021);
  g_assert_cmpuint (ijk_scenario_choice (child, IJK_LEVER_REGIME), ==, IJK_REGIME_TIGHTENING_2023);
}

/* Path lever: before its first point the next wider scope holds, whichever that is. Here: reference
 * 1, parent 0.9 from 2027, national 0.8 from 2030, sector 0.7 from 2035, company 0.6 from 2040. */
static void
test_path (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (IjkScenario) parent
      = fixture_scenario (self->reference, NULL, "benchmark_scale=2027:0.9");
  g_autoptr (IjkScenario) child = fixture_scenario (
      self->reference, parent,
      "benchmark_scale=2030:0.8 benchmark_scale@sector:refining=2035:0.7 "
      "benchmark_scale@company:Shell=2040:0.6");
  const struct
  {
    int year;
    double shell, esso, food;
  } expected[] = {
    { 2021, 1, 1, 1 },       { 2026, 1, 1, 1 },       { 2027, 0.9, 0.9, 0.9 },
    { 2029, 0.9, 0.9, 0.9 }, { 2030, 0.8, 0.8, 0.8 }, { 2034, 0.8, 0.8, 0.8 },
    { 2035, 0.7, 0.7, 0.8 }, { 2039, 0.7, 0.7, 0.8 }, { 2040, 0.6, 0.7, 0.8 },
    { 2050, 0.6, 0.7, 0.8 },
  };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const IjkLeverId lever = IJK_LEVER_BENCHMARK_SCALE;
      const int year = expected[i].year;

      fixture_assert_near (get_path (child, lever, self->refining, self->shell, year),
                           expected[i].shell);
      fixture_assert_near (get_path (child, lever, self->refining, self->esso, year),
                           expected[i].esso);
      fixture_assert_near (get_path (child, lever, self->food, IJK_NONE, year), expected[i].food);
    }
}

/* A child's national path covers its parent's company path from its own first point on. */
static void
test_path_over_parent (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (IjkScenario) parent
      = fixture_scenario (self->reference, NULL, "benchmark_scale@company:Shell=2028:0.5");
  g_autoptr (IjkScenario) child
      = fixture_scenario (self->reference, parent, "benchmark_scale=2032:0.9");
  const IjkLeverId lever = IJK_LEVER_BENCHMARK_SCALE;

  (void) data;
  fixture_assert_near (get_path (child, lever, self->refining, self->shell, 2027), 1);
  fixture_assert_near (get_path (child, lever, self->refining, self->shell, 2031), 0.5);
  fixture_assert_near (get_path (child, lever, self->refining, self->shell, 2032), 0.9);
  fixture_assert_near (get_path (child, lever, self->refining, self->esso, 2031), 1);
}

/* Share of a group for Shell in refining: settings of parent and child, and what is found. NULL
 * means free for a sector, and "as the sector" for a company. */
typedef struct
{
  const char *name;
  const char *parent, *child;
  double sector, company; /* value of the exact share, or NAN for NULL */
} ShareCase;

static const ShareCase share_cases[] = {
  { "nothing-set", "", "", NAN, NAN },
  { "national", "", "ccs_share=exactly:0.1", 0.1, NAN },
  { "sector-over-national", "", "ccs_share=exactly:0.1 ccs_share@sector:refining=exactly:0.2", 0.2,
    NAN },
  { "free-sector-over-national", "", "ccs_share=exactly:0.1 ccs_share@sector:refining=free", NAN,
    NAN },
  { "company", "", "ccs_share@company:Shell=exactly:0.3", NAN, 0.3 },
  { "company-beside-sector", "",
    "ccs_share@sector:refining=exactly:0.2 ccs_share@company:Shell=exactly:0.3", 0.2, 0.3 },
  { "free-company-is-its-sector", "",
    "ccs_share@sector:refining=exactly:0.2 ccs_share@company:Shell=free", 0.2, NAN },
  { "parent-holds", "ccs_share=exactly:0.1 ccs_share@company:Shell=exactly:0.3", "", 0.1, 0.3 },
  { "child-national-over-parent-company", "ccs_share@company:Shell=exactly:0.3",
    "ccs_share=exactly:0.1", 0.1, NAN },
  { "child-sector-over-parent-company", "ccs_share@company:Shell=exactly:0.3",
    "ccs_share@sector:refining=exactly:0.2", 0.2, NAN },
  { "other-sector-leaves-parent-company", "ccs_share@company:Shell=exactly:0.3",
    "ccs_share@sector:food=exactly:0.2", NAN, 0.3 },
  { "other-group-leaves-parent", "ccs_share=exactly:0.1", "ccu_share=exactly:0.2", 0.1, NAN },
  { "child-free-over-parent", "ccs_share=exactly:0.1", "ccs_share=free", NAN, NAN },
  { "child-free-company-over-parent-company", "ccs_share@company:Shell=exactly:0.3",
    "ccs_share@company:Shell=free", NAN, NAN },
};

static void
assert_share (const IjkLeverValue *found,
              double               expected)
{
  if (isnan (expected))
    g_assert_null (found);
  else
    fixture_assert_near (ijk_lever_value_at (found, 2030), expected);
}

static void
test_share (Fixture      *self,
            gconstpointer data)
{
  const ShareCase *c = data;
  g_autoptr (IjkScenario) parent = fixture_scenario (self->reference, NULL, c->parent);
  g_autoptr (IjkScenario) child = fixture_scenario (self->reference, parent, c->child);

  assert_share (ijk_scenario_share (child, IJK_GROUP_CCS, self->refining), c->sector);
  assert_share (
      ijk_scenario_company_share (child, IJK_GROUP_CCS, self->refining, self->shell), c->company);
  g_assert_null (
      ijk_scenario_company_share (child, IJK_GROUP_CCS, self->refining, self->esso));
}

/* dri_start dates the first furnace and the gas it frees; a project's own date wins. */
typedef struct
{
  const char *name;
  const char *parent, *child;
  int dri, steelgas, second; /* start years; 0 = not enabled */
} DateCase;

static const DateCase date_cases[] = {
  { "reference", "", "", 2032, 2032, 0 },
  { "dri-start-dates-both", "", "dri_start=2035", 2035, 2035, 0 },
  { "own-date-wins", "", "dri_start=2035 project_start.tata-dri=2030", 2030, 2035, 0 },
  { "own-date-of-parent-wins-too", "project_start.tata-dri=2030", "dri_start=2035", 2030, 2035, 0 },
  { "last-year", "", "dri_start=2050", 2050, 2050, 0 },
  { "never", "", "dri_start=2051", 0, 0, 0 },
  { "off", "", "project.tata-dri=0", 0, 2032, 0 },
  { "second-on", "", "project.tata-dri-2=1", 2032, 2032, 2039 },
  { "second-on-and-dated", "", "project.tata-dri-2=1 project_start.tata-dri-2=2045", 2032, 2032,
    2045 },
  { "dated-but-off", "", "project_start.tata-dri-2=2045", 2032, 2032, 0 },
  { "child-turns-on-again", "project.tata-dri=0", "project.tata-dri=1", 2032, 2032, 0 },
};

static int
get_start (const IjkScenario *scenario,
           const char        *id)
{
  const guint project = ijk_reference_find_project (ijk_scenario_get_reference (scenario), id);

  return ijk_scenario_project_is_enabled (scenario, project)
             ? ijk_scenario_project_start_year (scenario, project)
             : 0;
}

static void
test_dates (Fixture      *self,
            gconstpointer data)
{
  const DateCase *c = data;
  g_autoptr (IjkScenario) parent = fixture_scenario (self->reference, NULL, c->parent);
  g_autoptr (IjkScenario) child = fixture_scenario (self->reference, parent, c->child);

  g_assert_cmpint (get_start (child, "tata-dri"), ==, c->dri);
  g_assert_cmpint (get_start (child, "tata-dri-steelgas"), ==, c->steelgas);
  g_assert_cmpint (get_start (child, "tata-dri-2"), ==, c->second);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, test) g_test_add (name, Fixture, data, set_up, test, tear_down)
  ADD ("/model/resolve/number-of-the-narrowest-scope", NULL, test_number);
  ADD ("/model/resolve/choice-of-the-nearest-scenario", NULL, test_choice);
  ADD ("/model/resolve/path-holds-from-its-first-point", NULL, test_path);
  ADD ("/model/resolve/path-covers-that-of-the-parent", NULL, test_path_over_parent);
  for (guint i = 0; i < G_N_ELEMENTS (share_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/resolve/share/", share_cases[i].name, NULL);

      ADD (path, &share_cases[i], test_share);
    }
  for (guint i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/resolve/date/", date_cases[i].name, NULL);

      ADD (path, &date_cases[i], test_dates);
    }
#undef ADD
  return g_test_run ();
}
