/* Chapter 6: from operating shares and projects to tonnes, on the tiny reference (see
 * tiny-reference.h). Each unit emits 100 kt, of which 50 from processes; p = 0.5, so `exactly:1` of
 * a group is 50 kt of raw abatement in a unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

/* Keeps the market out of it: what no test sets does not happen. */
#define NOTHING "efficiency_share=exactly:0 ccs_share=exactly:0 heat_share=exactly:0 "

#define assert_unit(tiny, unit, expected)                                                          \
  tiny_assert (tiny, "unit", unit, "emissions", 2030, expected)
#define assert_abated(tiny, cell, expected)                                                        \
  tiny_assert (tiny, "cell", cell, "abated", 2030, expected)

static void
test_share_of_potential (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, NOTHING "ccs_share=exactly:0.6");
  assert_abated (tiny, "works/store", 60); /* 0.6 * 0.5 * 200 */
  assert_unit (tiny, "alpha", 70);
  assert_unit (tiny, "oven", 70);
  tiny_assert (tiny, "unit", "alpha", "measures", 2030, 30);
  tiny_assert (tiny, "unit", "alpha", "emissions", 2025, 100);
}

/* Two measures want 40 + 40 kt of a process pool of 50: both get 5/8. The combustion pool is
 * another one: save takes 25 of it all the same. */
static void
test_pool_is_shared (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "warmth")->pool = IJK_POOL_PROCESS;
  tiny_measure (tiny, "warmth")->is_outside_industry = FALSE;
  tiny_run (tiny, "ccs_share=exactly:0.8 heat_share=exactly:0.8 efficiency_share=exactly:0.5");
  assert_abated (tiny, "works/store", 50);
  assert_abated (tiny, "works/warmth", 50);
  assert_abated (tiny, "works/save", 50);
  assert_unit (tiny, "alpha", 25);
}

/* A unit's own process share makes its own pools: alpha 10% process, so 10 of 40 kt. */
static void
test_own_process_share (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_unit (tiny, "alpha")->process_share = 0.1;
  tiny_unit (tiny, "alpha")->has_own_process_share = TRUE;
  tiny_run (tiny, NOTHING "ccs_share=exactly:0.8");
  assert_unit (tiny, "alpha", 90);
  assert_unit (tiny, "beta", 60);
  assert_abated (tiny, "works/store", 50);
}

/* Waste heat helps elsewhere: it is reported beside, takes nothing from the pool and
 * nothing off. */
static void
test_outside_industry (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, "ccs_share=exactly:0 heat_share=exactly:1 efficiency_share=exactly:1");
  tiny_assert (tiny, "cell", "works/warmth", "outside", 2030, 100);
  tiny_assert (tiny, "sector", "works", "outside", 2030, 100);
  tiny_assert (tiny, "measure", "warmth", "outside", 2030, 100);
  assert_abated (tiny, "works/warmth", 0);
  assert_abated (tiny, "works/save", 100);
  assert_unit (tiny, "alpha", 50);
}

/* Two projects of 10 and 15 kt on one unit and measure add up. The unit does not take part in the
 * sector's share, nor in its U; its neighbour does. */
static void
test_projects_add (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "one", "alpha", "store", 10, 2028);
  tiny_add_project (tiny, "two", "alpha", "store", 15, 2030);
  tiny_run (tiny, NOTHING "ccs_share=exactly:0.4");
  tiny_assert (tiny, "unit", "alpha", "emissions", 2027, 100);
  tiny_assert (tiny, "unit", "alpha", "emissions", 2029, 90);
  assert_unit (tiny, "alpha", 75);
  assert_unit (tiny, "beta", 80);
  assert_abated (tiny, "works/store", 45);
  tiny_assert (tiny, "cell", "works/store", "eligible", 2030, 100);
}

/* A project cannot take more than the pool holds: 70 wanted, 50 there. */
static void
test_project_within_pool (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "one", "alpha", "store", 70, 2028);
  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "alpha", 50);
  assert_abated (tiny, "works/store", 50);
}

/* A project may use a measure that its sector has no potential for. */
static void
test_project_without_cell (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "one", "oven", "save", 20, 2028);
  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "oven", 80);
  assert_unit (tiny, "kiln", 100);
  assert_abated (tiny, "waste/save", 20);
}

/* Off, and a start after 2050, mean the same: the unit is as any other. */
typedef struct
{
  const char *name;
  const char *settings;
  double alpha_2030, alpha_2040, eligible;
} ProjectCase;

static const ProjectCase project_cases[] = {
  { "on", "", 90, 90, 100 },
  { "dated-later", "project_start.one=2035", 100, 90, 100 },
  { "off", "project.one=0", 80, 80, 200 },
  { "never", "project_start.one=2051", 80, 80, 200 },
};

static void
test_project_dates (gconstpointer data)
{
  const ProjectCase *c = data;
  g_autoptr (Tiny) tiny = tiny_new ();
  g_autofree char *settings = g_strconcat (NOTHING "ccs_share=exactly:0.4 ", c->settings, NULL);

  tiny_add_project (tiny, "one", "alpha", "store", 10, 2028);
  tiny_run (tiny, settings);
  assert_unit (tiny, "alpha", c->alpha_2030);
  tiny_assert (tiny, "unit", "alpha", "emissions", 2040, c->alpha_2040);
  assert_unit (tiny, "beta", 80);
  tiny_assert (tiny, "cell", "works/store", "eligible", 2030, c->eligible);
}

/* Share of a company of its own: alpha belongs to Alpha; the sector does exactly 0.4, which is 20
 * kt a unit. U and the sector's decision stay as they are. */
typedef struct
{
  const char *name;
  const char *settings;
  int start_year;
  double alpha_2030;
} CompanyCase;

static const CompanyCase company_cases[] = {
  { "exactly-more", "ccs_share@company:Alpha=exactly:0.8", 2021, 60 },
  { "exactly-nothing", "ccs_share@company:Alpha=exactly:0", 2021, 100 },
  { "exactly-from-start", "ccs_share@company:Alpha=exactly:0.8", 2030, 60 },
  { "exactly-not-before-start", "ccs_share@company:Alpha=exactly:0.8", 2031, 100 },
  { "exactly-path", "ccs_share@company:Alpha=exactly:2026:0,2034:1", 2021, 75 },
  { "at-most-less", "ccs_share@company:Alpha=at_most:0.1", 2021, 95 },
  { "at-most-more", "ccs_share@company:Alpha=at_most:0.8", 2021, 80 },
  { "free-is-the-sector", "ccs_share@company:Alpha=free", 2021, 80 },
  { "other-company", "ccs_share@company:Waste=exactly:0", 2021, 80 },
  { "other-group", "efficiency_share@company:Alpha=exactly:1", 2021, 30 },
};

static void
test_company (gconstpointer data)
{
  const CompanyCase *c = data;
  g_autoptr (Tiny) tiny = tiny_new ();
  g_autofree char *settings = g_strconcat (NOTHING "ccs_share=exactly:0.4 ", c->settings, NULL);

  tiny_measure (tiny, "store")->start_year = c->start_year;
  tiny_run (tiny, settings);
  assert_unit (tiny, "alpha", c->alpha_2030);
  assert_unit (tiny, "beta", c->start_year <= 2030 ? 80 : 100);
  tiny_assert (tiny, "cell", "works/store", "eligible", 2030, 200);
  tiny_assert (tiny, "cell", "works/store", "decided", 2030, 0.4);
}

/* Beside a project the company's share has nothing to say: the project is what happens. */
static void
test_company_with_project (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "one", "alpha", "store", 10, 2028);
  tiny_run (tiny, NOTHING "ccs_share@company:Alpha=exactly:1");
  assert_unit (tiny, "alpha", 90);
}

/* A measure with tags is for units that share one; one without is for all. */
static void
test_tags (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "store")->tags = 1 | 2;
  tiny_unit (tiny, "alpha")->tags = 2 | 4;
  tiny_unit (tiny, "beta")->tags = 4;
  tiny_run (tiny, NOTHING "ccs_share=exactly:0.4 efficiency_share=exactly:0.4");
  assert_unit (tiny, "alpha", 60);
  assert_unit (tiny, "beta", 80);
  assert_unit (tiny, "oven", 100);
  tiny_assert (tiny, "cell", "works/store", "eligible", 2030, 100);
  tiny_assert (tiny, "cell", "waste/store", "eligible", 2030, 0);
}

/* Tags hold for a unit with a project or a company share just the same. */
static void
test_tags_of_one_unit (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "store")->tags = 1;
  tiny_unit (tiny, "alpha")->tags = 2;
  tiny_unit (tiny, "beta")->tags = 1;
  tiny_run (tiny, NOTHING "ccs_share@company:Alpha=exactly:1 ccs_share@company:Beta=exactly:0.4");
  assert_unit (tiny, "alpha", 100);
  assert_unit (tiny, "beta", 80);
  tiny_assert (tiny, "cell", "works/store", "eligible", 2030, 100);
}

/* Steel: the measure called ccs_steel is not for a unit with a steel_dri project, running or not,
 * as long as the project is enabled. */
static void
test_ccs_steel (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "dri", "alpha", "save", 5, 2040);
  tiny_measure (tiny, "save")->id = "steel_dri";
  tiny_measure (tiny, "store")->id = "ccs_steel";
  tiny_run (tiny, NOTHING "ccs_share=exactly:0.4");
  assert_unit (tiny, "alpha", 100);
  assert_unit (tiny, "beta", 80);
  tiny_run (tiny, NOTHING "ccs_share=exactly:0.4 project.dri=0");
  assert_unit (tiny, "alpha", 80);
}

/* A measure that requires another is for units whose project of that one runs, from its start. */
static void
test_requires (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "dri", "alpha", "save", 5, 2030);
  tiny_measure (tiny, "store")->requires = 0; /* save */
  tiny_run (tiny, NOTHING "ccs_share=exactly:0.4");
  tiny_assert (tiny, "unit", "alpha", "emissions", 2029, 100);
  tiny_assert (tiny, "cell", "works/store", "eligible", 2029, 0);
  assert_unit (tiny, "alpha", 75);
  assert_unit (tiny, "beta", 100);
  tiny_assert (tiny, "cell", "works/store", "eligible", 2030, 100);
  tiny_run (tiny, NOTHING "ccs_share=exactly:0.4 project.dri=0");
  assert_unit (tiny, "alpha", 100);
}

/* Company levers change the tonnes of a unit, never the units beside it in a class. */
static void
test_company_leaves_neighbours (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, NOTHING "ccs_share@company:Alpha=exactly:1");
  assert_unit (tiny, "alpha", 50);
  assert_unit (tiny, "beta", 100);
  assert_abated (tiny, "works/store", 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/abatement/share-of-potential", test_share_of_potential);
  g_test_add_func ("/model/abatement/pool-is-shared", test_pool_is_shared);
  g_test_add_func ("/model/abatement/own-process-share", test_own_process_share);
  g_test_add_func ("/model/abatement/outside-industry-stays-outside", test_outside_industry);
  g_test_add_func ("/model/abatement/projects-add-up", test_projects_add);
  g_test_add_func ("/model/abatement/project-within-pool", test_project_within_pool);
  g_test_add_func ("/model/abatement/project-without-potential", test_project_without_cell);
  fixture_add_cases ("/model/abatement/project", project_cases, test_project_dates);
  fixture_add_cases ("/model/abatement/company", company_cases, test_company);
  g_test_add_func ("/model/abatement/project-before-company-share", test_company_with_project);
  g_test_add_func ("/model/abatement/company-leaves-neighbours", test_company_leaves_neighbours);
  g_test_add_func ("/model/abatement/tags", test_tags);
  g_test_add_func ("/model/abatement/tags-of-one-unit", test_tags_of_one_unit);
  g_test_add_func ("/model/abatement/ccs-or-dri-in-steel", test_ccs_steel);
  g_test_add_func ("/model/abatement/requires-a-running-project", test_requires);
  return g_test_run ();
}
