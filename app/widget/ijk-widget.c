/* ijk-widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-widget.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

void
ijk_widget_init (void)
{
}

gboolean
ijk_session_get_figure_input (IjkSession *session, IjkFigureInput *input)
{
  return FALSE;
}

char    *
ijk_lever_key_dup_name (const IjkReference *reference, const IjkLeverKey *key)
{
  return NULL;
}

char    *
ijk_lever_key_dup_scope_name (const IjkReference *reference, const IjkLeverKey *key)
{
  return NULL;
}
