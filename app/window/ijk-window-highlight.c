/* Which sector is pointed out in all charts, by menu and keys: what a click on its part of a chart
 * does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-sector-group.h"

#define ACTION "highlight"

/* IJK_N_SECTOR_GROUPS: none is pointed out. */
static IjkSectorGroup
get_group (IjkWindow *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const guint sector = ijk_session_get_sector (self->session);

  return reference != NULL && sector < reference->n_sectors
             ? ijk_sector_group_of (reference, sector)
             : IJK_N_SECTOR_GROUPS;
}

/* Charts know groups, the session a sector: any of the group's that counts as industry. */
static void
set_group (IjkWindow      *self,
           IjkSectorGroup  group)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);

  if (reference != NULL)
    ijk_session_set_sector (self->session, ijk_sector_group_first (reference, group));
}

static void
highlight_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  (void) action;
  set_group (user_data, (IjkSectorGroup) CLAMP (g_variant_get_int32 (parameter), 0,
                                                IJK_N_SECTOR_GROUPS));
}

/* Round by way of none, which comes after the last. */
static void
move_highlight (IjkWindow *self,
                guint      by)
{
  set_group (self, (get_group (self) + by) % (IJK_N_SECTOR_GROUPS + 1));
}

static void
next_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  (void) action;
  (void) parameter;
  move_highlight (user_data, 1);
}

static void
previous_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  (void) action;
  (void) parameter;
  move_highlight (user_data, IJK_N_SECTOR_GROUPS);
}

static void
sector_cb (IjkWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), ACTION);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_int32 ((gint32) get_group (self)));
}

void
ijk_window_add_highlight_actions (IjkWindow *self)
{
  /* The state is that of none: IJK_N_SECTOR_GROUPS. */
  static const GActionEntry actions[] = {
    { .name = ACTION, .activate = highlight_cb, .parameter_type = "i", .state = "6" },
    { .name = "highlight-next", .activate = next_cb },
    { .name = "highlight-previous", .activate = previous_cb },
  };

  G_STATIC_ASSERT (IJK_N_SECTOR_GROUPS == 6);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
ijk_window_follow_highlight (IjkWindow *self)
{
  g_signal_connect_object (self->session, "notify::sector", G_CALLBACK (sector_cb), self,
                           G_CONNECT_SWAPPED);
  sector_cb (self);
}
