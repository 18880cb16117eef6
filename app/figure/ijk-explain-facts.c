/* Leaves of explanations: figures of the reference, levers, constants of statute and method.
 *
 * Which scope of a lever holds is decided as app/model/ijk-resolve.c does; a lever that nobody set
 * has the standing of the reference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include "ijk-language.h"

#include <math.h>

static void
set_provenance (IjkExplanation      *self,
                const IjkProvenance *provenance)
{
  self->standing = (IjkStanding) provenance->status;
  self->source = provenance->source;
}

IjkExplanation *
ijk_node_fact (const IjkResult     *result,
               const char          *label,
               double               value,
               const char          *unit,
               const IjkProvenance *provenance)
{
  IjkExplanation *self = ijk_node_new (result, label, unit, IJK_OPERATION_GIVEN);

  self->value = value;
  set_provenance (self, provenance);
  return self;
}

IjkExplanation *
ijk_node_constant (const IjkResult *result,
                   const char      *label,
                   double           value,
                   const char      *unit,
                   IjkStanding      standing,
                   const char      *source)
{
  IjkExplanation *self = ijk_node_new (result, label, unit, IJK_OPERATION_GIVEN);

  self->value = value;
  self->standing = standing;
  self->source = source;
  return self;
}

IjkExplanation *
ijk_node_none (const IjkResult *result,
               const char      *unit,
               const char      *why)
{
  return ijk_node_constant (result, NULL, 0, unit, IJK_STANDING_MODEL, why);
}

/* The standing of a series in a year: a value between or after its points is at best derived. */
static IjkStatus
get_series_status (const IjkSeries *series,
                   int              year)
{
  IjkStatus status = series->points[0].provenance.status;

  for (guint i = 0; i < series->n_points; i++)
    {
      const IjkSeriesPoint *point = &series->points[i];

      if (point->year == year)
        return point->provenance.status;
      if (point->year > year)
        return i == 0 ? MAX (point->provenance.status, IJK_STATUS_DERIVED)
                      : MAX (MAX (status, point->provenance.status), IJK_STATUS_DERIVED);
      status = point->provenance.status;
    }
  return MAX (status, IJK_STATUS_DERIVED);
}

/* The central series of an id, or of a statute or kind of goods, in a year of the horizon. */
IjkExplanation *
ijk_node_series (const IjkResult *result,
                 const char      *label,
                 IjkSeriesId      id,
                 guint            variant,
                 guint            t)
{
  const IjkReference *reference = result->reference;
  const int offset = id == IJK_SERIES_ARAMIS_PROFILE ? IJK_FIRST_YEAR : 0;
  IjkExplanation *self
      = ijk_node_new (result, label, reference->series[id][variant].unit, IJK_OPERATION_GIVEN);

  self->value = reference->yearly[id][variant][t];
  self->series = &reference->series[id][variant];
  self->series_year = IJK_YEAR_AT (t) - offset;
  self->year = offset == 0 ? IJK_YEAR_AT (t) : 0;
  self->regime = id < IJK_N_REGIME_SERIES ? variant : IJK_NONE;
  self->standing = (IjkStanding) get_series_status (self->series, self->series_year);
  return self;
}

/* The setting of the narrowest scope that holds; of a path the narrowest that has begun. @year: 0 for
 * what is no path. IJK_NONE skips a scope. */
static const IjkLeverSetting *
find_setting (const IjkResult *result,
              IjkLeverId       lever,
              guint            sector,
              guint            company,
              int              year)
{
  for (const IjkScenario *s = result->scenario; s != NULL; s = ijk_scenario_get_parent (s))
    {
      const IjkLeverKey keys[] = { { lever, IJK_SCOPE_COMPANY, company },
                                   { lever, IJK_SCOPE_SECTOR, sector },
                                   { lever, IJK_SCOPE_NATIONAL, 0 } };

      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        {
          const IjkLeverSetting *found
              = keys[i].target != IJK_NONE ? ijk_scenario_get_setting (s, &keys[i]) : NULL;

          if (found != NULL && (year == 0 || found->value.points[0].year <= year))
            return found;
        }
    }
  return NULL;
}

gboolean
ijk_explain_is_set (const IjkResult *result,
                    IjkLeverId       lever,
                    guint            t)
{
  return find_setting (result, lever, IJK_NONE, IJK_NONE, IJK_YEAR_AT (t)) != NULL;
}

static IjkExplanation *
make_lever (const IjkResult       *result,
            IjkLeverId             lever_id,
            double                 value,
            const IjkLeverSetting *setting)
{
  const IjkLever *lever = &result->reference->levers[lever_id];
  IjkExplanation *self
      = ijk_node_fact (result, ijk_language_pick (lever->name_en, lever->name_nl), value,
                       lever->unit, &lever->provenance);

  self->setting = setting;
  if (setting != NULL)
    self->standing = IJK_STANDING_LEVER;
  return self;
}

guint
ijk_explain_regime (const IjkResult *result)
{
  return ijk_scenario_choice (result->scenario, IJK_LEVER_REGIME);
}

IjkExplanation *
ijk_node_path (const IjkResult *result,
               IjkLeverId       lever,
               guint            sector,
               guint            company,
               guint            t)
{
  const guint series = result->reference->levers[lever].series;
  const IjkLeverSetting *setting = find_setting (result, lever, sector, company, IJK_YEAR_AT (t));
  IjkExplanation *self = NULL;

  if (setting == NULL && series != IJK_NONE)
    {
      const guint variant = series < IJK_N_REGIME_SERIES ? ijk_explain_regime (result)
                                                         : IJK_VARIANT_CENTRAL;
      const IjkLever *l = &result->reference->levers[lever];

      return ijk_node_series (result, ijk_language_pick (l->name_en, l->name_nl),
                              (IjkSeriesId) series, variant, t);
    }
  self = make_lever (result, lever,
                     setting != NULL ? ijk_lever_value_at (&setting->value, IJK_YEAR_AT (t))
                                     : result->reference->levers[lever].default_number,
                     setting);
  self->year = IJK_YEAR_AT (t);
  return self;
}

IjkExplanation *
ijk_node_number (const IjkResult *result,
                 IjkLeverId       lever,
                 guint            sector)
{
  return make_lever (result, lever, ijk_scenario_number (result->scenario, lever, sector),
                     find_setting (result, lever, sector, IJK_NONE, 0));
}

/* x of a cell: what the share is held at, or 1 where it is free. */
IjkExplanation *
ijk_node_share (const IjkResult *result,
                IjkGroup         group,
                guint            sector,
                guint            t)
{
  const IjkLeverValue *share = ijk_scenario_share (result->scenario, group, sector);
  IjkExplanation *self
      = make_lever (result, IJK_LEVER_SHARE (group),
                    share != NULL ? ijk_lever_value_at (share, IJK_YEAR_AT (t)) : 1,
                    find_setting (result, IJK_LEVER_SHARE (group), sector, IJK_NONE, 0));

  self->year = IJK_YEAR_AT (t);
  return self;
}

/* What a company sets for itself; it must have done so. */
IjkExplanation *
ijk_node_company_share (const IjkResult *result,
                        IjkGroup         group,
                        guint            unit,
                        guint            t)
{
  const IjkUnit *u = &result->reference->units[unit];
  const IjkLeverValue *share
      = ijk_scenario_company_share (result->scenario, group, u->sector, u->company);
  IjkExplanation *self
      = make_lever (result, IJK_LEVER_SHARE (group), ijk_lever_value_at (share, IJK_YEAR_AT (t)),
                    find_setting (result, IJK_LEVER_SHARE (group), u->sector, u->company, 0));

  return ijk_node_about (self, IJK_ITEMS_COMPANY, u->company, t);
}

IjkExplanation *
ijk_node_scale (IjkExplanation *node,
                IjkLeverId      lever,
                int             first_year,
                guint           t)
{
  const double scale = ijk_scenario_number (node->result->scenario, lever, IJK_NONE);

  if (IJK_YEAR_AT (t) < first_year || scale == 1)
    return node;
  return ijk_node (node->result, NULL, node->unit, IJK_OPERATION_PRODUCT, 1, node,
                   ijk_node_number (node->result, lever, IJK_NONE), NULL);
}
