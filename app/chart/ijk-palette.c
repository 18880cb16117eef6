/* The colour tables, and what follows from them: tones of a fill, text that can be read on it, and
 * a darker or lighter variant of a role for words on the card.
 *
 * The series colours derive from Okabe and Ito (2008), "Color Universal Design". Contrast is the
 * ratio of WCAG 2.1, "relative luminance"; text keeps 4.5 to 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-palette.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define LINE_CONTRAST 3.0

/* What words on a fill are drawn in. */
static const guint32 INK_DARK = 0x17171A;
static const guint32 INK_LIGHT = 0xFFFFFF;
static const guint32 INK_BLACK = 0x000000;

/* One row per role: light, dark, high contrast light, high contrast dark. */
static const struct
{
  const char *id;
  guint32 rgb[IJK_N_STYLES];
} ROLES[IJK_N_ROLES] = {
  [IJK_ROLE_NONE] = { "none", { 0xFFFFFF, 0x303033, 0xFFFFFF, 0x000000 } },
  [IJK_ROLE_SERIES_1] = { "series-1", { 0x0072B2, 0x3E97D6, 0x00507E, 0x7FC4F7 } },
  [IJK_ROLE_SERIES_2] = { "series-2", { 0x56B4E9, 0x9AD6F8, 0x2F8FC6, 0xC4E8FC } },
  [IJK_ROLE_SERIES_3] = { "series-3", { 0x009E73, 0x2DB58E, 0x006B4E, 0x5FE0B8 } },
  [IJK_ROLE_SERIES_4] = { "series-4", { 0xCC79A7, 0xE58FC4, 0xA34A7E, 0xFFB5DF } },
  [IJK_ROLE_SERIES_5] = { "series-5", { 0xE9C62F, 0xEBD062, 0xB08F00, 0xFFE98A } },
  [IJK_ROLE_SERIES_6] = { "series-6", { 0xB4B0A8, 0x8B8984, 0x6F6B64, 0xC9C6C0 } },
  [IJK_ROLE_TARGET] = { "target", { 0xC64600, 0xFF9A57, 0x8F2F00, 0xFFB98A } },
  [IJK_ROLE_REFERENCE] = { "reference", { 0x4D4A54, 0xD4D0DA, 0x000000, 0xFFFFFF } },
  [IJK_ROLE_CURRENT] = { "current", { 0x1B1B1F, 0xFFFFFF, 0x000000, 0xFFFFFF } },
  [IJK_ROLE_COMPARE_A] = { "compare-a", { 0x0072B2, 0x5DB0EA, 0x00507E, 0x7FC4F7 } },
  [IJK_ROLE_COMPARE_B] = { "compare-b", { 0x9A5B00, 0xF0AE4E, 0x6B3F00, 0xFFC97A } },
  [IJK_ROLE_COMPARE_C] = { "compare-c", { 0x00805C, 0x45C79F, 0x00553D, 0x7FE8C6 } },
  [IJK_ROLE_ACCENT] = { "accent", { 0x3584E4, 0x3584E4, 0x1A65C0, 0x62A0EA } },
  [IJK_ROLE_ACCENT_PILL] = { "accent-pill", { 0x1A65C0, 0x1A65C0, 0x0B4A99, 0x99C1F1 } },
  [IJK_ROLE_ACCENT_TEXT] = { "accent-text", { 0x1A65C0, 0x78AEED, 0x0B4A99, 0x99C1F1 } },
  [IJK_ROLE_WARNING_TEXT] = { "warning-text", { 0x8A5A00, 0xF6CF6A, 0x5E3D00, 0xFFE08A } },
  [IJK_ROLE_WARNING_FILL] = { "warning-fill", { 0xFDF0CC, 0x4A3C17, 0xFFFFFF, 0x000000 } },
  [IJK_ROLE_GOOD_TEXT] = { "good-text", { 0x1B7A4B, 0x7FD6A6, 0x0F5230, 0xA6F0C6 } },
  [IJK_ROLE_GOOD_FILL] = { "good-fill", { 0xDFF3E7, 0x1F4532, 0xFFFFFF, 0x000000 } },
  [IJK_ROLE_CARD] = { "card", { 0xFFFFFF, 0x303033, 0xFFFFFF, 0x000000 } },
  [IJK_ROLE_TEXT] = { "text", { 0x1B1B1F, 0xFFFFFF, 0x000000, 0xFFFFFF } },
  [IJK_ROLE_TEXT_DIM] = { "text-dim", { 0x67656E, 0xB9B8BD, 0x2E2D31, 0xE6E5E9 } },
  [IJK_ROLE_AXIS] = { "axis", { 0x8E8C94, 0x8E8D92, 0x000000, 0xFFFFFF } },
  [IJK_ROLE_GRID] = { "grid", { 0xE7E7E8, 0x47474A, 0xB5B5B8, 0x5E5E62 } },
  [IJK_ROLE_SHADE] = { "shade", { 0xF1F1F2, 0x3E3E41, 0xE2E2E4, 0x2A2A2D } },
  [IJK_ROLE_BAR_TOTAL] = { "bar-total", { 0x4D4A54, 0xB9B5C0, 0x000000, 0xFFFFFF } },
  [IJK_ROLE_ON_HEAT] = { "on-heat", { 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF } },
  [IJK_ROLE_INK_ON_HEAT] = { "ink-on-heat", { 0x17171A, 0x17171A, 0x000000, 0x000000 } },
  [IJK_ROLE_TARGET_ON_HEAT] = { "target-on-heat", { 0xC64600, 0xC64600, 0x8F2F00, 0x8F2F00 } },
  [IJK_ROLE_HEAT_1] = { "heat-1", { 0x08345F, 0x08345F, 0x08345F, 0x08345F } },
  [IJK_ROLE_HEAT_2] = { "heat-2", { 0x1D5A94, 0x1D5A94, 0x1D5A94, 0x1D5A94 } },
  [IJK_ROLE_HEAT_3] = { "heat-3", { 0x4183B7, 0x4183B7, 0x4183B7, 0x4183B7 } },
  [IJK_ROLE_HEAT_4] = { "heat-4", { 0x7FAFD1, 0x7FAFD1, 0x7FAFD1, 0x7FAFD1 } },
  [IJK_ROLE_HEAT_5] = { "heat-5", { 0xBCD6E4, 0xBCD6E4, 0xBCD6E4, 0xBCD6E4 } },
  [IJK_ROLE_HEAT_6] = { "heat-6", { 0xE4E1D2, 0xE4E1D2, 0xE4E1D2, 0xE4E1D2 } },
  [IJK_ROLE_HEAT_7] = { "heat-7", { 0xEBD29B, 0xEBD29B, 0xEBD29B, 0xEBD29B } },
  [IJK_ROLE_HEAT_8] = { "heat-8", { 0xD9AD5F, 0xD9AD5F, 0xD9AD5F, 0xD9AD5F } },
};

static const double TONE_SHARES[IJK_N_TONES] = {
  [IJK_TONE_SOLID] = 1.0,        [IJK_TONE_PROJECTED] = 0.62,
  [IJK_TONE_UNDER_LINE] = 0.28,  [IJK_TONE_BAND_WIDE] = 0.18,
  [IJK_TONE_BAND_MIDDLE] = 0.34, [IJK_TONE_BAND_NARROW] = 0.52,
};

static IjkColour
colour_from_rgb (guint32 rgb)
{
  return (IjkColour) {
    .red = ((rgb >> 16) & 0xFF) / 255.0,
    .green = ((rgb >> 8) & 0xFF) / 255.0,
    .blue = (rgb & 0xFF) / 255.0,
  };
}

static double
linear_channel (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
relative_luminance (IjkColour colour)
{
  return 0.2126 * linear_channel (colour.red) + 0.7152 * linear_channel (colour.green)
         + 0.0722 * linear_channel (colour.blue);
}

static gboolean
is_high_contrast (IjkStyle style)
{
  return style == IJK_STYLE_CONTRAST_LIGHT || style == IJK_STYLE_CONTRAST_DARK;
}

gboolean
ijk_palette_is_dark (IjkStyle style)
{
  return style == IJK_STYLE_DARK || style == IJK_STYLE_CONTRAST_DARK;
}

/**
 * ijk_colour_contrast:
 *
 * The WCAG contrast ratio of two colours, from 1 (equal) to 21 (black on white).
 */
double
ijk_colour_contrast (IjkColour a,
                     IjkColour b)
{
  const double la = relative_luminance (a);
  const double lb = relative_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * ijk_colour_mix:
 * @share_of_a: 0..1
 *
 * What @a looks like with that opacity on @b, in sRGB as Cairo blends.
 */
IjkColour
ijk_colour_mix (IjkColour a,
                IjkColour b,
                double    share_of_a)
{
  const double rest = 1 - share_of_a;

  return (IjkColour) {
    .red = share_of_a * a.red + rest * b.red,
    .green = share_of_a * a.green + rest * b.green,
    .blue = share_of_a * a.blue + rest * b.blue,
  };
}

/**
 * ijk_palette_get_colour:
 *
 * The full colour of a role: for surfaces and the keys of surfaces.
 */
IjkColour
ijk_palette_get_colour (IjkStyle style,
                        IjkRole  role)
{
  g_return_val_if_fail (style < IJK_N_STYLES, colour_from_rgb (0));
  g_return_val_if_fail (role < IJK_N_ROLES, colour_from_rgb (0));

  return colour_from_rgb (ROLES[role].rgb[style]);
}

/**
 * ijk_palette_get_fill:
 *
 * The colour of a surface. In high contrast the projected tone is the card itself, because
 * ijk_palette_hatches_tone() has it hatched.
 */
IjkColour
ijk_palette_get_fill (IjkStyle style,
                      IjkRole  role,
                      IjkTone  tone)
{
  const IjkColour colour = ijk_palette_get_colour (style, role);
  const IjkColour card = ijk_palette_get_colour (style, IJK_ROLE_CARD);

  g_return_val_if_fail (tone < IJK_N_TONES, colour);

  if (ijk_palette_hatches_tone (style, tone))
    return card;
  return ijk_colour_mix (colour, card, TONE_SHARES[tone]);
}

/**
 * ijk_palette_hatches_tone:
 *
 * Whether a surface of this tone is hatched in the role's colour in place of being tinted.
 */
gboolean
ijk_palette_hatches_tone (IjkStyle style,
                          IjkTone  tone)
{
  return is_high_contrast (style) && tone == IJK_TONE_PROJECTED;
}

/**
 * ijk_palette_get_text_on:
 *
 * White or near-black, whichever can be read best on that fill.
 */
IjkColour
ijk_palette_get_text_on (IjkStyle style,
                         IjkRole  role,
                         IjkTone  tone)
{
  const IjkColour fill = ijk_palette_get_fill (style, role, tone);
  IjkColour ink = colour_from_rgb (INK_DARK);
  const IjkColour light = colour_from_rgb (INK_LIGHT);

  if (ijk_colour_contrast (fill, light) > ijk_colour_contrast (fill, ink))
    ink = light;
  /* On the few fills that are too dark for near-black and too light for white, black still reaches
   * the ratio: no colour is further than the square root of 21 from both ends. */
  return ijk_colour_contrast (fill, ink) >= TEXT_CONTRAST ? ink : colour_from_rgb (INK_BLACK);
}

/* The role's colour, moved towards the text colour until it stands out from the card that much. */
static IjkColour
find_readable (IjkStyle style,
               IjkRole  role,
               double   contrast)
{
  const IjkColour card = ijk_palette_get_colour (style, IJK_ROLE_CARD);
  const IjkColour text = ijk_palette_get_colour (style, IJK_ROLE_TEXT);
  const IjkColour colour = ijk_palette_get_colour (style, role);

  for (guint i_step = 0; i_step < 20; i_step++)
    {
      const IjkColour candidate = ijk_colour_mix (colour, text, 1 - i_step / 20.0);

      if (ijk_colour_contrast (candidate, card) >= contrast)
        return candidate;
    }
  return text;
}

/**
 * ijk_palette_get_label:
 *
 * The role's colour for words on the card: moved towards the text colour until it can be read.
 */
IjkColour
ijk_palette_get_label (IjkStyle style,
                       IjkRole  role)
{
  return find_readable (style, role, TEXT_CONTRAST);
}

/**
 * ijk_palette_get_line:
 *
 * The role's colour for lines and points. What shows data stands out from the card by 3 to 1, as WCAG
 * asks of graphics; a surface may be paler than its outline. What only helps to read, such as grid
 * lines, keeps its colour.
 */
IjkColour
ijk_palette_get_line (IjkStyle style,
                      IjkRole  role)
{
  if (role < IJK_ROLE_SERIES_1 || role > IJK_ROLE_COMPARE_C)
    return ijk_palette_get_colour (style, role);
  return find_readable (style, role, LINE_CONTRAST);
}

/**
 * ijk_palette_get_width:
 * @width_px: what the chart asks for
 *
 * Line width in this style: high contrast draws the cursor, handles and compared lines heavier.
 */
double
ijk_palette_get_width (IjkStyle style,
                       IjkRole  role,
                       double   width_px)
{
  /* Hairlines such as leaders stay thin. */
  if (!is_high_contrast (style) || width_px < 1.5)
    return width_px;

  switch (role)
    {
    case IJK_ROLE_ACCENT:
      return MAX (width_px, 3.0);
    case IJK_ROLE_COMPARE_A:
    case IJK_ROLE_COMPARE_B:
    case IJK_ROLE_COMPARE_C:
      return MAX (width_px, 3.5);
    default:
      return width_px;
    }
}

/**
 * ijk_role_of_shade:
 * @n_shades: at most IJK_N_HEAT_ROLES
 *
 * The heat colour of one of @n_shades steps, spread over the whole scale.
 */
IjkRole
ijk_role_of_shade (guint i_shade,
                   guint n_shades)
{
  g_return_val_if_fail (i_shade < n_shades && n_shades <= IJK_N_HEAT_ROLES, IJK_ROLE_HEAT_1);

  if (n_shades == 1)
    return IJK_ROLE_HEAT_5;
  return IJK_ROLE_HEAT_1
         + (guint) lround (i_shade * (IJK_N_HEAT_ROLES - 1.0) / (n_shades - 1.0));
}

const char *
ijk_style_get_id (IjkStyle style)
{
  static const char *const ids[] = { "light", "dark", "contrast", "contrast-dark" };

  g_return_val_if_fail (style < IJK_N_STYLES, NULL);
  return ids[style];
}

const char *
ijk_role_get_id (IjkRole role)
{
  g_return_val_if_fail (role < IJK_N_ROLES, NULL);
  return ROLES[role].id;
}
