/* What a lever says now, what it would say if it were left alone, and how that is written.
 *
 * Rows and the path editor read levers only through here, so that they agree on what "changed", "the
 * reference" and "two decimals" mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_set;              /* the scenario itself sets it at this scope */
  double number, base_number;   /* of a number lever; base: without that setting */
  guint choice, base_choice;    /* of a switch, position in its choices */
  IjkShareMode mode, base_mode; /* of a mode_share */
  double yearly[IJK_N_YEARS];   /* of a path or share, lever units; NAN where a share is free */
  double base_yearly[IJK_N_YEARS];
} IjkLeverReading;

void        ijk_lever_read            (const IjkScenario *scenario,
                                       const IjkLeverKey *key,
                                       IjkLeverReading   *reading);

/* The share of the potential of @key's lever that is in use by what companies choose, a value a year;
 * NAN where nothing qualifies. */
void        ijk_lever_read_outcome    (const IjkResult   *result,
                                       const IjkLeverKey *key,
                                       double            *yearly);

/* Numbers as a person reads and types them: shares as percentages, years without separators, decimals
 * as fine as the lever's step. */
double      ijk_lever_display_factor  (const IjkLever    *lever); /* 100 for shares, else 1 */
guint       ijk_lever_n_decimals      (const IjkLever    *lever); /* of the displayed number */
const char *ijk_lever_unit_text       (const IjkLever    *lever); /* (transfer none): may be empty */
/* As short as a row of the panel needs it; the whole unit stands in its tooltip. (transfer none) */
const char *ijk_lever_short_unit_text (const IjkLever    *lever);
/* Whether the highest value of a ceiling stands for none: it is written so, and takes no unit. */
gboolean    ijk_lever_is_no_limit     (const IjkLever    *lever,
                                       double             value);
/* (transfer full): "75", "1,200", "never", "none"; without the unit */
char       *ijk_lever_write_number    (const IjkLever    *lever,
                                       double             value);
/* The same with the unit: "75%", "120 €/t". (transfer full) */
char       *ijk_lever_write_value     (const IjkLever    *lever,
                                       double             value);
/* (transfer full): a choice of a switch as a reader knows it */
char       *ijk_lever_write_choice    (const IjkReference *reference,
                                       const IjkLever     *lever,
                                       guint               choice);
const char *ijk_share_mode_name       (IjkShareMode        mode);
/* Reads what a person types: decimal comma or point, unit and percent sign allowed. FALSE with a
 * sentence in @error that names the limits. */
gboolean    ijk_lever_parse_number    (const IjkLever    *lever,
                                       const char        *text,
                                       double            *value,
                                       GError           **error);

G_END_DECLS
