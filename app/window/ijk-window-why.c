/* Why a number is what it is: the door that widgets knock at, and the window it opens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-why-door.h"
#include "ijk-why-window.h"

#include <glib/gi18n-lib.h>

static void
destroy_cb (IjkWindow *self)
{
  self->why_window = NULL;
}

static void
why_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  IjkWindow *self = user_data;
  const IjkReference *reference = ijk_session_get_reference (self->session);
  g_autoptr (GPtrArray) numbers = NULL;
  guint selected = 0;

  (void) action;
  if (reference == NULL)
    return;
  numbers = ijk_why_door_read (reference, parameter, &selected);
  if (numbers->len == 0)
    {
      ijk_window_say (self, _("There is no number here that can be taken apart."));
      return;
    }
  if (self->why_window == NULL)
    {
      self->why_window = ijk_why_window_new (self->session);
      gtk_window_set_transient_for (self->why_window, GTK_WINDOW (self));
      g_signal_connect_object (self->why_window, "destroy", G_CALLBACK (destroy_cb), self,
                               G_CONNECT_SWAPPED);
    }
  ijk_why_window_ask (IJK_WHY_WINDOW (self->why_window), numbers, selected);
  gtk_window_present (self->why_window);
}

void
ijk_window_add_why_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "why", .activate = why_cb, .parameter_type = IJK_WHY_DOOR_TYPE },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
