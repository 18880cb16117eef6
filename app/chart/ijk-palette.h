/* IjkPalette: every colour by the role it plays, in four styles.
 *
 * Charts name roles, never colours. What a role looks like on a light, dark or high-contrast page
 * is decided here, and only when something is drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  IJK_STYLE_LIGHT,
  IJK_STYLE_DARK,
  IJK_STYLE_CONTRAST_LIGHT,
  IJK_STYLE_CONTRAST_DARK,
  IJK_N_STYLES,
} IjkStyle;

/* The six series colours keep their distance under simulated colour blindness only when stacked in
 * this order. The heat colours run from low to high, in grey too. */
typedef enum
{
  IJK_ROLE_NONE,
  IJK_ROLE_SERIES_1, /* blue */
  IJK_ROLE_SERIES_2, /* sky */
  IJK_ROLE_SERIES_3, /* green */
  IJK_ROLE_SERIES_4, /* pink */
  IJK_ROLE_SERIES_5, /* yellow */
  IJK_ROLE_SERIES_6, /* warm grey */
  IJK_ROLE_TARGET,   /* targets and limits, nothing else */
  IJK_ROLE_REFERENCE,
  IJK_ROLE_CURRENT,
  IJK_ROLE_COMPARE_A,
  IJK_ROLE_COMPARE_B,
  IJK_ROLE_COMPARE_C,
  IJK_ROLE_ACCENT, /* cursor, handles, focus; never a series */
  IJK_ROLE_ACCENT_PILL,
  IJK_ROLE_ACCENT_TEXT,
  IJK_ROLE_WARNING_TEXT,
  IJK_ROLE_WARNING_FILL,
  IJK_ROLE_GOOD_TEXT,
  IJK_ROLE_GOOD_FILL,
  IJK_ROLE_CARD, /* what charts are drawn on */
  IJK_ROLE_TEXT,
  IJK_ROLE_TEXT_DIM,
  IJK_ROLE_AXIS,
  IJK_ROLE_GRID,
  IJK_ROLE_SHADE, /* the fixed past behind a path */
  IJK_ROLE_BAR_TOTAL,
  IJK_ROLE_ON_HEAT, /* isolines and hatching on the heat colours, which are the same in all styles */
  IJK_ROLE_INK_ON_HEAT,
  IJK_ROLE_TARGET_ON_HEAT,
  IJK_ROLE_HEAT_1,
  IJK_ROLE_HEAT_2,
  IJK_ROLE_HEAT_3,
  IJK_ROLE_HEAT_4,
  IJK_ROLE_HEAT_5,
  IJK_ROLE_HEAT_6,
  IJK_ROLE_HEAT_7,
  IJK_ROLE_HEAT_8,
  IJK_N_ROLES,
} IjkRole;

#define IJK_N_HEAT_ROLES 8

/* How much of a role's colour a fill shows. All fills come out opaque: blended with the card, so
 * that neighbours show no seams and the same picture prints. */
typedef enum
{
  IJK_TONE_SOLID,
  IJK_TONE_PROJECTED, /* 62%; hatched instead in high contrast */
  IJK_TONE_UNDER_LINE,
  IJK_TONE_BAND_WIDE,
  IJK_TONE_BAND_MIDDLE,
  IJK_TONE_BAND_NARROW,
  IJK_N_TONES,
} IjkTone;

typedef struct
{
  double red, green, blue; /* 0..1, sRGB */
} IjkColour;

IjkColour   ijk_palette_get_colour    (IjkStyle         style,
                                       IjkRole          role);
IjkColour   ijk_palette_get_fill      (IjkStyle         style,
                                       IjkRole          role,
                                       IjkTone          tone);
IjkColour   ijk_palette_get_text_on   (IjkStyle         style,
                                       IjkRole          role,
                                       IjkTone          tone);
IjkColour   ijk_palette_get_label     (IjkStyle         style,
                                       IjkRole          role);
IjkColour   ijk_palette_get_line      (IjkStyle         style,
                                       IjkRole          role);
IjkRole     ijk_role_of_shade         (guint            i_shade,
                                       guint            n_shades);
gboolean    ijk_palette_hatches_tone  (IjkStyle         style,
                                       IjkTone          tone);
double      ijk_palette_get_width     (IjkStyle         style,
                                       IjkRole          role,
                                       double           width_px);
gboolean    ijk_palette_is_dark       (IjkStyle         style);
const char *ijk_style_get_id          (IjkStyle         style);
const char *ijk_role_get_id           (IjkRole          role);

double      ijk_colour_contrast       (IjkColour        a,
                                       IjkColour        b);
IjkColour   ijk_colour_mix            (IjkColour        a,
                                       IjkColour        b,
                                       double           share_of_a);

G_END_DECLS
