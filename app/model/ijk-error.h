/* Errors of the model room: what a user can get wrong when setting a lever.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IJK_MODEL_ERROR (ijk_model_error_quark ())

/**
 * IjkModelError:
 * @IJK_MODEL_ERROR_SYNTAX: a setting or value is not of the documented form
 * @IJK_MODEL_ERROR_UNKNOWN: no lever, sector, company, project or choice of that name
 * @IJK_MODEL_ERROR_SCOPE: the lever cannot be set at that scope
 * @IJK_MODEL_ERROR_RANGE: a value or year lies outside the lever's limits
 * @IJK_MODEL_ERROR_INCONSISTENT: the parts of a result do not add up (a bug or broken data)
 */
typedef enum
{
  IJK_MODEL_ERROR_SYNTAX,
  IJK_MODEL_ERROR_UNKNOWN,
  IJK_MODEL_ERROR_SCOPE,
  IJK_MODEL_ERROR_RANGE,
  IJK_MODEL_ERROR_INCONSISTENT,
} IjkModelError;

GQuark ijk_model_error_quark (void);

G_END_DECLS
