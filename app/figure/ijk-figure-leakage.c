/* Output leaving the country (weglek): the part lost by group of sectors above, what is emitted
 * abroad for it below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"
#include "ijk-year-table-private.h"

#define PERCENT 100.0
#define NEAR_YEAR 2030
#define FIRST_AXIS_YEAR IJK_LAST_PAST_YEAR

/* A group that never loses this part of its output has no line, only a column in the table. */
#define VISIBLE_PERCENT 0.05

/* Of the emissions that would be there with all output, the part that went with output:
 * % = 100 * sum of leak/(1-leak) * u / sum of u/(1-leak), u without measures, leak taken off.
 * @group: IJK_N_SECTOR_GROUPS for all of industry */
static void
find_lost_percent (const IjkResult *result,
                   IjkSectorGroup   group,
                   double          *yearly)
{
  const IjkReference *reference = result->reference;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      double lost_kt = 0;
      double whole_kt = 0;

      for (guint s = 0; s < reference->n_sectors; s++)
        {
          const gsize at = (gsize) t * reference->n_sectors + s;
          const double leak = result->sector_leak[at];

          if (!reference->sectors[s].is_in_industry || !(leak < 1)
              || (group != IJK_N_SECTOR_GROUPS && ijk_sector_group_of (reference, s) != group))
            continue;
          lost_kt += leak / (1 - leak) * result->sector_unabated_kt[at];
          whole_kt += result->sector_unabated_kt[at] / (1 - leak);
        }
      yearly[t] = whole_kt > 0 ? PERCENT * lost_kt / whole_kt : NAN;
    }
}

static void
find_all_lost_percent (const IjkResult *result,
                       double          *yearly)
{
  find_lost_percent (result, IJK_N_SECTOR_GROUPS, yearly);
}

static void
find_abroad_kt (const IjkResult *result,
                double          *yearly)
{
  ijk_yearly_scale (result->nation_abroad_kt, 1, yearly);
}

static void
add_groups (IjkDraft *draft,
            guint     panel)
{
  static const IjkDash dashes[IJK_N_SECTOR_GROUPS] = {
    [IJK_SECTOR_GROUP_CHEMISTRY] = IJK_DASH_SOLID, [IJK_SECTOR_GROUP_REFINING] = IJK_DASH_LONG,
    [IJK_SECTOR_GROUP_STEEL] = IJK_DASH_SOLID,     [IJK_SECTOR_GROUP_WASTE] = IJK_DASH_DASH_DOT,
    [IJK_SECTOR_GROUP_FOOD] = IJK_DASH_DASH_DOT,   [IJK_SECTOR_GROUP_OTHER] = IJK_DASH_DOTTED,
  };
  double yearly[IJK_N_YEARS];

  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      find_lost_percent (draft->input->result, group, yearly);
      if (ijk_yearly_has_any (yearly, VISIBLE_PERCENT))
        ijk_draft_series (draft, &(IjkChartSeries) {
                                     .label = ijk_sector_group_name (group),
                                     .panel = panel,
                                     .shape = IJK_SHAPE_LINE,
                                     .role = ijk_sector_group_role (group),
                                     .dash = dashes[group],
                                     .width_px = 2,
                                     .has_end_value = TRUE,
                                     .values = yearly });
    }
}

static char *
write_subtitle (const IjkResult *result)
{
  double lost[IJK_N_YEARS];
  g_autofree char *near = NULL, *late = NULL;

  find_all_lost_percent (result, lost);
  near = ijk_quantity_number (ijk_yearly_at (lost, NEAR_YEAR), 1);
  late = ijk_quantity_number (ijk_yearly_at (lost, IJK_LAST_YEAR), 1);
  /* Translators: subtitle of a chart: "0.4% in 2030, 2.9% in 2050". */
  return g_strdup_printf (_("%1$s%% in %2$d, %3$s%% in %4$d"), near, NEAR_YEAR, late,
                          IJK_LAST_YEAR);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input->result);
  IjkDraft draft;
  double abroad[IJK_N_YEARS];
  guint panel;

  ijk_draft_begin (&draft, &ijk_figure_leakage, input, IJK_CHART_TIME, subtitle, IJK_SOURCE_MODEL);
  ijk_draft_years (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  panel = ijk_draft_panel (&draft, _("part of output that left, by emissions, %"), 1, 1.3);
  add_groups (&draft, panel);
  ijk_draft_scenario_lines (&draft, panel, find_all_lost_percent, _("All of industry"));
  panel = ijk_draft_panel (&draft, _("kt CO₂-eq a year emitted abroad"), 0, 1);
  find_abroad_kt (input->result, abroad);
  ijk_draft_series (&draft, &(IjkChartSeries) { .panel = panel,
                                                .shape = IJK_SHAPE_FILLED_LINE,
                                                .role = IJK_ROLE_SERIES_6,
                                                .is_unlabelled = TRUE,
                                                .values = abroad });
  ijk_draft_scenario_lines (&draft, panel, find_abroad_kt, _("Abroad"));
  return ijk_draft_end (&draft);
}

static IjkSectorGroup
find_most_lost (const IjkResult *result,
                double          *most_percent)
{
  IjkSectorGroup most = 0;
  double yearly[IJK_N_YEARS];

  *most_percent = -1;
  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      find_lost_percent (result, group, yearly);
      if (ijk_yearly_at (yearly, IJK_LAST_YEAR) > *most_percent)
        {
          *most_percent = ijk_yearly_at (yearly, IJK_LAST_YEAR);
          most = group;
        }
    }
  return most;
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  double lost[IJK_N_YEARS], abroad[IJK_N_YEARS];
  double most_percent;
  const IjkSectorGroup most = find_most_lost (input->result, &most_percent);
  int first;

  find_all_lost_percent (input->result, lost);
  find_abroad_kt (input->result, abroad);
  /* Translators: %1$s and %3$s are percentages without their sign (0.4), %2$d and %4$d years. */
  ijk_wording_add (wording, _("Measured by emissions, %1$s%% of the output of industry has left "
                              "the country by %2$d and %3$s%% by %4$d."),
                   ijk_say_number (wording, ijk_yearly_at (lost, NEAR_YEAR), 1), NEAR_YEAR,
                   ijk_say_number (wording, ijk_yearly_at (lost, IJK_LAST_YEAR), 1), IJK_LAST_YEAR);
  first = ijk_yearly_first_above (lost, 0, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  if (first != 0 && most_percent >= VISIBLE_PERCENT)
    /* Translators: %1$d and %4$d are years, %2$s a group of sectors, %3$s a percentage. */
    ijk_wording_add (wording, _("It starts in %1$d, as carbon costs rise above those of 2025, and "
                                "is largest in %2$s: %3$s%% in %4$d."),
                     first, ijk_sector_group_name (most), ijk_say_number (wording, most_percent, 1),
                     IJK_LAST_YEAR);
  /* Translators: %1$s and %3$s are amounts (68 kt), %2$d and %4$d years. */
  ijk_wording_add (wording, _("What is made elsewhere instead emits %1$s abroad in %2$d and %3$s "
                              "in %4$d."),
                   ijk_say_kt (wording, ijk_yearly_at (abroad, NEAR_YEAR)), NEAR_YEAR,
                   ijk_say_kt (wording, ijk_yearly_at (abroad, IJK_LAST_YEAR)), IJK_LAST_YEAR);
  if (!input->is_law)
    {
      double law_lost[IJK_N_YEARS], law_abroad[IJK_N_YEARS];

      find_all_lost_percent (input->law_result, law_lost);
      find_abroad_kt (input->law_result, law_abroad);
      /* Translators: %1$s is a percentage, %2$s an amount (573 kt), %3$d a year. */
      ijk_wording_add (wording, _("Under current law it is %1$s%% and %2$s in %3$d."),
                       ijk_say_number (wording, ijk_yearly_at (law_lost, IJK_LAST_YEAR), 1),
                       ijk_say_kt (wording, ijk_yearly_at (law_abroad, IJK_LAST_YEAR)),
                       IJK_LAST_YEAR);
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  IjkYearTable draft;
  double yearly[IJK_N_YEARS];

  ijk_year_table_begin (&draft, _("Output leaving the country"));
  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      find_lost_percent (input->result, group, yearly);
      ijk_year_table_add (&draft, ijk_sector_group_name (group), "%", 2, yearly);
    }
  find_all_lost_percent (input->result, yearly);
  ijk_year_table_add (&draft, _("All of industry"), "%", 2, yearly);
  ijk_year_table_add_others (&draft, input, _("All of industry"), "%", 2, find_all_lost_percent);
  find_abroad_kt (input->result, yearly);
  ijk_year_table_add (&draft, _("Emitted abroad"), _("kt CO₂-eq"), 0, yearly);
  ijk_year_table_add_others (&draft, input, _("Emitted abroad"), _("kt CO₂-eq"), 0, find_abroad_kt);
  return ijk_year_table_end (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
}

const IjkFigure ijk_figure_leakage = {
  .id = "leakage",
  .title = N_("Output leaving the country"),
  .question = N_("How much production moves abroad, and what does it emit there?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
