/* `ijkpad recover`: saves what can be read from a damaged workbook into a new one.
 *
 * The damaged file is only read, as bytes. A copy of it is kept beside it, and a second copy is
 * what the reading works on, since taking back an unfinished edit changes a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-recover-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
ijk_recovery_free (IjkRecovery *self)
{
  g_free (self->backup_path);
  g_free (self->output_path);
  g_clear_pointer (&self->losses, g_ptr_array_unref);
  g_free (self);
}

/* Copies the file and the journal of an unfinished edit, if there is one. */
static gboolean
copy_with_journal (const char *path,
                   const char *to,
                   GError    **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *to_journal = g_strconcat (to, "-journal", NULL);

  return ijk_file_copy_raw (path, to, error)
         && (!g_file_test (journal, G_FILE_TEST_IS_REGULAR)
             || ijk_file_copy_raw (journal, to_journal, error));
}

/* Keeps the damaged file as it is, with its journal, beside the file @beside.
 *
 * Returns: (transfer full) (nullable): its name */
static char *
keep_damaged (const char *source,
              const char *beside,
              GError    **error)
{
  g_autofree char *temporary = ijk_file_temporary (beside, error);
  g_autofree char *journal = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_journal = NULL;

  if (temporary == NULL)
    return NULL;
  journal = g_strconcat (temporary, "-journal", NULL);
  if (copy_with_journal (source, temporary, error))
    kept = ijk_file_publish_beside (temporary, beside, "damaged", error);
  kept_journal = kept != NULL ? g_strconcat (kept, "-journal", NULL) : NULL;
  if (kept != NULL
      && (!g_file_test (journal, G_FILE_TEST_IS_REGULAR)
          || ijk_file_publish (journal, kept_journal, error)))
    return g_steal_pointer (&kept);
  ijk_file_discard (kept != NULL ? kept : temporary);
  (void) g_unlink (journal);
  return NULL;
}

static gboolean
write_new (IjkSalvage       *salvage,
           const char       *path,
           const IjkDataSet *data_set,
           IjkRecovery      *recovery,
           GError          **error)
{
  g_autoptr (IjkWorkbook) to = g_new0 (IjkWorkbook, 1);
  gboolean is_good = FALSE;

  to->path = g_strdup (path);
  to->statements = g_hash_table_new (NULL, NULL);
  if (!ijk_sql_connect (to, path, SQLITE_OPEN_READWRITE, error)
      || !ijk_schema_migrate (to, ijk_schema_version (), error) || !ijk_sql_begin_write (to, error))
    return FALSE;
  is_good = ijk_workbook_write_data_set (
                to, salvage->data_set != NULL ? salvage->data_set : data_set, error)
            && ijk_workbook_read_data_set (to, error)
            && ijk_salvage_write (salvage, to, recovery, error);
  return ijk_sql_end (to, is_good, error);
}

/* The new file must pass what any file must, or it is not given out. */
static gboolean
check_new (const char *path,
           GError    **error)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (!ijk_workbook_check (path, &findings, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
               _("what was saved does not pass the check and is not kept: %s"),
               (const char *) g_ptr_array_index (findings, 0));
  return FALSE;
}

/* Reads from the copy @work and makes @temporary. */
static gboolean
recover_from (const char       *work,
              const char       *temporary,
              const char       *name,
              const IjkDataSet *data_set,
              IjkRecovery      *recovery,
              GError          **error)
{
  g_autoptr (IjkSalvage) salvage = NULL;

  if (!copy_with_journal (recovery->backup_path, work, error))
    return FALSE;
  salvage = ijk_salvage_read (work, name, recovery->losses, error);
  return salvage != NULL && write_new (salvage, temporary, data_set, recovery, error)
         && check_new (temporary, error);
}

/* Returns: (transfer full) (nullable): the name the new file has been given */
static char *
publish_recovered (const char *temporary,
                   const char *source,
                   const char *target,
                   GError    **error)
{
  if (target == NULL)
    return ijk_file_publish_beside (temporary, source, "recovered", error);
  return ijk_file_publish (temporary, target, error) ? g_strdup (target) : NULL;
}

/**
 * ijk_workbook_recover:
 * @path: the damaged file, which no part of this process has open
 * @output_path: (nullable): where no file is yet; %NULL for a name beside @path
 * @data_set: the reference data for the new file where those of the old one are lost
 *
 * Returns: (transfer full) (nullable): what was done, or %NULL with %IJK_STORE_ERROR set when
 *   nothing could be saved
 */
IjkRecovery *
ijk_workbook_recover (const char       *path,
                      const char       *output_path,
                      const IjkDataSet *data_set,
                      GError          **error)
{
  g_autofree char *source = g_canonicalize_filename (path, NULL);
  g_autoptr (IjkRecovery) recovery = g_new0 (IjkRecovery, 1);
  g_autoptr (GError) local = NULL;
  g_autofree char *work = NULL;
  g_autofree char *target = NULL;
  g_autofree char *temporary = NULL;

  recovery->losses = g_ptr_array_new_with_free_func (g_free);
  if (!g_file_test (source, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
                   _("there is no file %s; check the name"), source);
      return NULL;
    }
  if (output_path != NULL && g_file_test (output_path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS,
                   _("%s exists already; choose another name"), output_path);
      return NULL;
    }
  target = output_path != NULL ? g_canonicalize_filename (output_path, NULL) : NULL;
  recovery->backup_path = keep_damaged (source, source, &local);
  /* From a medium that can only be read it can be saved to another. */
  if (target != NULL && g_error_matches (local, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&local);
      recovery->backup_path = keep_damaged (source, target, &local);
    }
  if (recovery->backup_path == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  work = ijk_file_temporary (recovery->backup_path, error);
  /* In the folder where it is to stay, which may be on another disk. */
  temporary
      = work != NULL ? ijk_file_temporary (target != NULL ? target : source, error) : NULL;
  if (temporary != NULL
      && recover_from (work, temporary, source, data_set, recovery, error))
    recovery->output_path = publish_recovered (temporary, source, target, error);
  if (work != NULL)
    ijk_file_discard (work);
  if (temporary != NULL && recovery->output_path == NULL)
    ijk_file_discard (temporary);
  /* A copy of what nothing came of would only lie in the way: the file itself is untouched. */
  if (recovery->output_path == NULL)
    ijk_file_discard (recovery->backup_path);
  return recovery->output_path != NULL ? g_steal_pointer (&recovery) : NULL;
}
