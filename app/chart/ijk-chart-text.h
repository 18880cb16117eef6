/* Type: the sizes and weights of words in a chart, and how large a text comes out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  IJK_TYPE_TITLE,
  IJK_TYPE_SUBTITLE,
  IJK_TYPE_LABEL,
  IJK_TYPE_STRONG,
  IJK_TYPE_AXIS,
  IJK_TYPE_SOURCE,
  IJK_N_TYPES,
} IjkType;

typedef struct _IjkTextMeter IjkTextMeter;

typedef struct
{
  double width, height;
} IjkTextSize;

IjkTextMeter *ijk_text_meter_new             (PangoContext *context,
                                              double        text_scale);
void          ijk_text_meter_free            (IjkTextMeter *self);
IjkTextSize   ijk_text_meter_measure         (IjkTextMeter *self,
                                              IjkType       type,
                                              const char   *text);
double        ijk_text_meter_get_line_height (IjkTextMeter *self,
                                              IjkType       type);
char        **ijk_text_meter_wrap            (IjkTextMeter *self,
                                              IjkType       type,
                                              const char   *text,
                                              double        width,
                                              guint         max_lines);

PangoContext *ijk_text_context_new           (PangoFontMap *font_map);
void          ijk_type_apply                 (PangoLayout  *layout,
                                              const char   *family,
                                              IjkType       type,
                                              double        text_scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkTextMeter, ijk_text_meter_free)

G_END_DECLS
