/* The about window: who, under what licence, on which sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @parent: (nullable). @reference: (nullable): whose sources are named */
void ijk_about_show (GtkWindow          *parent,
                     const IjkReference *reference);

G_END_DECLS
