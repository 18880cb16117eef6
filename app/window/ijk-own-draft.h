/* IjkOwnDraft: an installation of one's own while a person fills it in: texts as typed, what is wrong
 * with each in a sentence, and the row of the table that it becomes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-own-unit.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_OWN_COMPANY,
  IJK_OWN_NAME,          /* empty: as the company */
  IJK_OWN_MUNICIPALITY,  /* may be empty */
  IJK_OWN_LEVY_SHARE,    /* % */
  IJK_OWN_BENCHMARK,     /* kt a year */
  IJK_OWN_PROCESS_SHARE, /* %; empty: that of the sector */
  IJK_OWN_SOURCE,        /* may be empty of an assumption */
  IJK_OWN_KT,            /* of 2013; the other years follow */
  IJK_N_OWN_TEXTS = IJK_OWN_KT + IJK_N_OBSERVED_YEARS,
} IjkOwnText;

/* What is chosen, besides what is typed. */
typedef enum
{
  IJK_OWN_SECTOR,
  IJK_OWN_CLUSTER,
  IJK_N_OWN_CHOICES,
} IjkOwnChoice;

typedef struct
{
  char *id;                      /* (owned) (nullable) of the installation that is edited */
  char *texts[IJK_N_OWN_TEXTS];  /* (owned) */
  guint choices[IJK_N_OWN_CHOICES]; /* positions, or IJK_NONE: not chosen yet */
  guint rest;                    /* the row of the rest it is taken off, or IJK_NONE */
  IjkUnitKind kind;
  IjkStatus status;
  guint64 tags;                  /* what it can take, bits of the reference */
} IjkOwnDraft;

/* A group of tags that open the same measures: "Green hydrogen as feedstock, CCS on …". */
typedef struct
{
  guint64 tags;
  char *names; /* (owned) */
} IjkOwnAbility;

IjkOwnDraft *ijk_own_draft_new      (void);
IjkOwnDraft *ijk_own_draft_new_from (const IjkReference *reference,
                                     guint               unit);
IjkOwnDraft *ijk_own_draft_copy     (const IjkOwnDraft  *self);
void         ijk_own_draft_free     (IjkOwnDraft        *self);
gboolean     ijk_own_draft_equal    (const IjkOwnDraft  *a,
                                     const IjkOwnDraft  *b);
void         ijk_own_draft_set_text (IjkOwnDraft        *self,
                                     IjkOwnText          text,
                                     const char         *value);

/* What is wrong, in a sentence. (transfer full) (nullable): NULL where it is right */
char        *ijk_own_draft_check        (const IjkOwnDraft  *self,
                                         IjkOwnText          text);
char        *ijk_own_draft_check_choice (const IjkOwnDraft  *self,
                                         IjkOwnChoice        choice);
gboolean     ijk_own_draft_is_right     (const IjkOwnDraft  *self);
/* The number of a text; NAN where it is empty or wrong. */
double       ijk_own_draft_number       (const IjkOwnDraft  *self,
                                         IjkOwnText          text);
/* Rights as the installations of its sector and kind have them for what they emit, kt a year; NAN where
 * there are none or its emissions are not known. */
double       ijk_own_draft_estimate     (const IjkOwnDraft  *self,
                                         const IjkReference *reference);
/* (transfer full) (element-type IjkOwnAbility): that its sector has measures for */
GArray      *ijk_own_draft_abilities    (const IjkOwnDraft  *self,
                                         const IjkReference *reference);
/* Columns and one row, for ijk_import_read(). @id: of the row. (transfer full) */
char        *ijk_own_draft_to_csv       (const IjkOwnDraft  *self,
                                         const IjkReference *reference,
                                         char              **id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkOwnDraft, ijk_own_draft_free)

G_END_DECLS
