/* ijk-path-editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-path-editor.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkPathEditor
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkPathEditor, ijk_path_editor, GTK_TYPE_WIDGET)

static void
ijk_path_editor_class_init (IjkPathEditorClass *klass)
{
  g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ijk_path_editor_init (IjkPathEditor *self)
{
}

GtkWidget         *
ijk_path_editor_new (IjkSession *session, const IjkLeverKey *key)
{
  return NULL;
}

const IjkLeverKey *
ijk_path_editor_get_key (IjkPathEditor *self)
{
  return NULL;
}

const char        *
ijk_path_editor_get_title (IjkPathEditor *self)
{
  return NULL;
}

const char        *
ijk_path_editor_get_subtitle (IjkPathEditor *self)
{
  return NULL;
}

void
ijk_path_editor_reset (IjkPathEditor *self)
{
}

void
ijk_path_editor_revert (IjkPathEditor *self)
{
}

void
ijk_path_editor_set_shape (IjkPathEditor *self, IjkPathShape shape)
{
}

void
ijk_path_editor_set_moves_later (IjkPathEditor *self, gboolean moves_later)
{
}

gboolean
ijk_path_editor_paste (IjkPathEditor *self, const char *text, GError **error)
{
  return FALSE;
}
