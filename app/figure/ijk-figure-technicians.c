/* Technicians needed to build what companies decide, against those there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"
#include "ijk-year-table-private.h"

/* Decisions, and with them the need, are worked out from here. */
#define FIRST_AXIS_YEAR IJK_FIRST_FREE_YEAR
#define NEAR_YEAR 2030

/* Of what there is; from here on people are what holds measures back. */
#define FULL_SHARE 0.999

static void
find_needed (const IjkResult *result,
             double          *yearly)
{
  ijk_yearly_scale (result->nation_technicians_fte, 1, yearly);
  for (int year = IJK_FIRST_YEAR; year < FIRST_AXIS_YEAR; year++)
    yearly[IJK_YEAR_INDEX (year)] = NAN;
}

/* Part of the technicians that is at work; NAN where there are none. */
static void
find_busy_share (const IjkResult *result,
                 double          *yearly)
{
  find_needed (result, yearly);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = result->nation_technicians_available_fte[t] > 0
                    ? yearly[t] / result->nation_technicians_available_fte[t]
                    : NAN;
}

static guint
count_full_years (const double *busy)
{
  guint n_years = 0;

  for (int year = FIRST_AXIS_YEAR; year <= IJK_LAST_YEAR; year++)
    if (ijk_yearly_at (busy, year) >= FULL_SHARE)
      n_years++;
  return n_years;
}

static char *
write_subtitle (const IjkResult *result)
{
  double busy[IJK_N_YEARS];
  g_autofree char *share = NULL;
  guint n_full;
  int peak;

  find_busy_share (result, busy);
  n_full = count_full_years (busy);
  if (n_full > 0)
    /* Translators: subtitle of a chart; %u is a number of years. */
    return g_strdup_printf (ngettext ("all at work in %u year", "all at work in %u years", n_full),
                            n_full);
  peak = ijk_yearly_peak (busy, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  if (peak == 0)
    return NULL;
  share = ijk_quantity_share (ijk_yearly_at (busy, peak));
  /* Translators: subtitle of a chart: "at most 59% at work, in 2026". */
  return g_strdup_printf (_("at most %1$s at work, in %2$d"), share, peak);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input->result);
  IjkDraft draft;
  const double *available = input->result->nation_technicians_available_fte;
  IjkChartPanel jobs = { .axis = ijk_draft_axis (_("full-time jobs"), 0), .weight = 1 };
  guint panel;

  jobs.axis.starts_at_zero = TRUE;
  ijk_draft_begin (&draft, &ijk_figure_technicians, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_MODEL);
  ijk_draft_years (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  panel = ijk_chart_builder_add_panel (draft.builder, &jobs);
  ijk_draft_series (&draft,
                    &(IjkChartSeries) { .label = _("Available"),
                                        .panel = panel,
                                        .shape = IJK_SHAPE_LINE,
                                        .role = IJK_ROLE_TARGET,
                                        .dash = IJK_DASH_LONG,
                                        .width_px = 2,
                                        .is_strong = TRUE,
                                        .has_end_value = TRUE,
                                        .has_cursor_value = TRUE,
                                        .values = available });
  ijk_draft_scenario_lines (&draft, panel, find_needed, _("Needed"));
  return ijk_draft_end (&draft);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  const double *available = input->result->nation_technicians_available_fte;
  double needed[IJK_N_YEARS], busy[IJK_N_YEARS];
  guint n_full;
  int peak;

  find_needed (input->result, needed);
  find_busy_share (input->result, busy);
  n_full = count_full_years (busy);
  peak = ijk_yearly_peak (busy, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  /* Translators: %1$d is a year, %2$s and %3$s are numbers of people. */
  ijk_wording_add (wording, _("What companies decide in %1$d takes %2$s full-time technicians; "
                              "%3$s are available."),
                   NEAR_YEAR, ijk_say_number (wording, ijk_yearly_at (needed, NEAR_YEAR), 0),
                   ijk_say_number (wording, ijk_yearly_at (available, NEAR_YEAR), 0));
  if (n_full > 0)
    ijk_wording_add (wording,
                     /* Translators: %u is a number of years. */
                     ngettext ("In %u year all of them are at work and measures wait for people.",
                               "In %u years all of them are at work and measures wait for people.",
                               n_full),
                     n_full);
  else if (peak != 0)
    /* Translators: %1$d is a year, %2$s a share (59%). */
    ijk_wording_add (wording, _("It is tightest in %1$d, with %2$s of them at work: people are not "
                                "what holds measures back."),
                     peak, ijk_say_share (wording, ijk_yearly_at (busy, peak)));
  if (!input->is_law)
    {
      double law[IJK_N_YEARS];

      find_needed (input->law_result, law);
      /* Translators: %1$s is a number of people, %2$d a year. */
      ijk_wording_add (wording, _("Under current law %1$s would be needed in %2$d."),
                       ijk_say_number (wording, ijk_yearly_at (law, NEAR_YEAR), 0), NEAR_YEAR);
    }
  ijk_wording_add (wording, _("Projects with a date of their own are not counted."));
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  IjkYearTable draft;
  double needed[IJK_N_YEARS];

  ijk_year_table_begin (&draft, _("Technicians needed and available"));
  find_needed (input->result, needed);
  ijk_year_table_add (&draft, _("Needed"), _("full-time jobs"), 0, needed);
  ijk_year_table_add (&draft, _("Available"), _("full-time jobs"), 0,
                      input->result->nation_technicians_available_fte);
  ijk_year_table_add_others (&draft, input, _("Needed"), _("full-time jobs"), 0, find_needed);
  return ijk_year_table_end (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
}

const IjkFigure ijk_figure_technicians = {
  .id = "technicians",
  .title = N_("Technicians needed and available"),
  .question = N_("Are there enough people to build what companies decide?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
