/* A locale that writes numbers with a decimal comma.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;      /* (owned) (nullable) value for LC_ALL; NULL where no such locale can be had */
  char *directory; /* (owned) (nullable) value for LOCPATH, where one was made for the test */
} CommaLocale;

CommaLocale comma_locale_find  (void);
void        comma_locale_clear (CommaLocale *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommaLocale, comma_locale_clear)

G_END_DECLS
