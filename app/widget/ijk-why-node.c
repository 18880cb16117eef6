/* Rows of an explanation. A number keeps the tree it was opened into, a child keeps its parent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-why-node.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the Dutch statutes stand, by their number. */
#define STATUTES "https://wetten.overheid.nl/"
/* Wet belastingen op milieugrondslag; citations name it by its short name. */
#define STATUTE_SHORT "Wbm "
#define STATUTE_NUMBER "BWBR0007168"
#define N_NUMBER_CHARS 11

struct _IjkWhyNode
{
  GObject parent_instance;

  IjkWhyKind kind;
  IjkWhyNode *parent;          /* (owned) (nullable): NULL of the number asked for */
  const IjkExplanation *term;  /* in the tree of the parent, or opened; NULL when it is out of it */
  IjkStanding standing;
  IjkExplanation *opened;      /* (owned) (nullable) */
  char *text;                  /* (owned) */
  char *value;                 /* (owned) */
  char *uri;                   /* (owned) (nullable) */
  GPtrArray *children;         /* (owned) (nullable): NULL until they are counted */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ijk_why_node_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IjkWhyNode, ijk_why_node, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ijk_why_node_list_init))

static gboolean
is_of_uri (char c)
{
  return g_ascii_isgraph (c) && strchr ("\"<>(),;", c) == NULL;
}

char *
ijk_why_find_uri (const char *source)
{
  const char *start = strstr (source, "https://");
  const char *number = strstr (source, "BWBR");
  gsize n = 0;

  if (start == NULL)
    start = strstr (source, "http://");
  if (start != NULL)
    {
      while (is_of_uri (start[n]))
        n++;
      while (n > 0 && start[n - 1] == '.')
        n--;
      return g_strndup (start, n);
    }
  if (number != NULL && strlen (number) >= N_NUMBER_CHARS)
    {
      g_autofree char *id = g_strndup (number, N_NUMBER_CHARS);

      return g_strconcat (STATUTES, id, NULL);
    }
  return strstr (source, STATUTE_SHORT) != NULL ? g_strdup (STATUTES STATUTE_NUMBER) : NULL;
}

/* ---- children ---- */

static IjkWhyNode *
add_child (GPtrArray            *children,
           IjkWhyNode           *self,
           IjkWhyKind            kind,
           const IjkExplanation *term,
           char                 *text,
           char                 *value)
{
  IjkWhyNode *child = g_object_new (IJK_TYPE_WHY_NODE, NULL);

  child->kind = kind;
  child->parent = g_object_ref (self);
  child->term = term;
  child->standing = ijk_explanation_get_standing (term);
  child->text = text;
  child->value = value;
  g_ptr_array_add (children, child);
  return child;
}

static void
add_source (GPtrArray            *children,
            IjkWhyNode           *self,
            const IjkExplanation *term)
{
  g_autofree char *source = ijk_explanation_dup_source (term);
  char *uri = ijk_why_find_uri (source);
  IjkWhyNode *child = add_child (children, self, IJK_WHY_SOURCE, term, g_steal_pointer (&source),
                                 g_strdup (""));

  child->uri = uri;
}

static void
add_formula (GPtrArray            *children,
             IjkWhyNode           *self,
             const IjkExplanation *opened)
{
  const IjkOperation operation = ijk_explanation_get_operation (opened);
  g_autofree char *value = ijk_explanation_dup_value (opened);
  g_autofree char *numbers = NULL;

  if (operation != IJK_OPERATION_STATED && operation != IJK_OPERATION_COUNT)
    {
      numbers = ijk_explanation_dup_numbers (opened);
      if (g_str_equal (numbers, value))
        g_clear_pointer (&numbers, g_free);
    }
  (void) add_child (children, self, IJK_WHY_FORMULA, opened, ijk_explanation_dup_formula (opened),
                    numbers != NULL ? g_steal_pointer (&numbers) : g_strdup (""));
}

/* What @opened, which is this number with its operands, says below it. (transfer full) */
static GPtrArray *
make_children (IjkWhyNode           *self,
               const IjkExplanation *opened)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) terms = NULL;

  if (ijk_explanation_get_n_operands (opened) > 0)
    {
      add_formula (children, self, opened);
      terms = ijk_explanation_list_terms (opened);
    }
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      const IjkExplanation *term = g_ptr_array_index (terms, i);

      (void) add_child (children, self, IJK_WHY_NUMBER, term,
                        ijk_explanation_dup_words (term, opened), ijk_explanation_dup_value (term));
    }
  add_source (children, self, opened);
  return children;
}

/* The number with its operands. (transfer none): of the node, or of the tree it stands in */
static const IjkExplanation *
open_term (IjkWhyNode *self)
{
  if (self->opened == NULL && ijk_explanation_can_open (self->term))
    self->opened = ijk_explanation_open (self->term);
  return self->opened != NULL ? self->opened : self->term;
}

static void
fill (IjkWhyNode *self)
{
  if (self->children == NULL)
    self->children = self->kind == IJK_WHY_NUMBER && self->term != NULL
                         ? make_children (self, open_term (self))
                         : g_ptr_array_new_with_free_func (g_object_unref);
}

/* ---- another scenario ---- */

/* A child keeps its parent, so whoever drops the whole tree breaks the circle. */
static void
drop_children (IjkWhyNode *self)
{
  g_autoptr (GPtrArray) children = g_steal_pointer (&self->children);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      IjkWhyNode *child = g_ptr_array_index (children, i);

      drop_children (child);
      /* Somebody may still hold it, but what it stands in goes. */
      child->term = NULL;
    }
}

/* Whether the rows of before can go on with what there is now. */
static gboolean
is_alike (const GPtrArray *before,
          const GPtrArray *now)
{
  if (before->len != now->len)
    return FALSE;
  for (guint i = 0; i < now->len; i++)
    {
      const IjkWhyNode *a = g_ptr_array_index (before, i);
      const IjkWhyNode *b = g_ptr_array_index (now, i);

      if (a->kind != b->kind
          || (a->kind == IJK_WHY_NUMBER && !g_str_equal (a->text, b->text)))
        return FALSE;
    }
  return TRUE;
}

static void
swap_strings (char **a,
              char **b)
{
  char *kept = *a;

  *a = *b;
  *b = kept;
}

static void refill (IjkWhyNode *self);

/* @other: of the same kind, which goes after this. */
static void
become (IjkWhyNode *self,
        IjkWhyNode *other)
{
  const gboolean is_same = g_str_equal (self->text, other->text)
                           && g_str_equal (self->value, other->value)
                           && self->standing == other->standing;
  IjkExplanation *before = g_steal_pointer (&self->opened);

  self->term = other->term;
  self->standing = other->standing;
  self->opened = g_steal_pointer (&other->opened);
  swap_strings (&self->text, &other->text);
  swap_strings (&self->value, &other->value);
  swap_strings (&self->uri, &other->uri);
  refill (self);
  g_clear_pointer (&before, ijk_explanation_free);
  if (!is_same)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
refill (IjkWhyNode *self)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) now = NULL;

  if (self->children == NULL || self->kind != IJK_WHY_NUMBER)
    return;
  now = make_children (self, open_term (self));
  if (is_alike (self->children, now))
    {
      for (guint i = 0; i < now->len; i++)
        become (g_ptr_array_index (self->children, i), g_ptr_array_index (now, i));
      return;
    }
  before = g_steal_pointer (&self->children);
  self->children = g_steal_pointer (&now);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->children->len);
  for (guint i = 0; i < before->len; i++)
    {
      IjkWhyNode *gone = g_ptr_array_index (before, i);

      drop_children (gone);
      gone->term = NULL;
    }
}

static GType
ijk_why_node_get_item_type (GListModel *model)
{
  (void) model;
  return IJK_TYPE_WHY_NODE;
}

static guint
ijk_why_node_get_n_items (GListModel *model)
{
  IjkWhyNode *self = IJK_WHY_NODE (model);

  fill (self);
  return self->children->len;
}

static gpointer
ijk_why_node_get_item (GListModel *model,
                       guint       position)
{
  IjkWhyNode *self = IJK_WHY_NODE (model);

  fill (self);
  return position < self->children->len
             ? g_object_ref (g_ptr_array_index (self->children, position))
             : NULL;
}

static void
ijk_why_node_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ijk_why_node_get_item_type;
  iface->get_n_items = ijk_why_node_get_n_items;
  iface->get_item = ijk_why_node_get_item;
}

static void
ijk_why_node_dispose (GObject *object)
{
  IjkWhyNode *self = IJK_WHY_NODE (object);

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (ijk_why_node_parent_class)->dispose (object);
}

static void
ijk_why_node_finalize (GObject *object)
{
  IjkWhyNode *self = IJK_WHY_NODE (object);

  g_clear_pointer (&self->opened, ijk_explanation_free);
  g_free (self->text);
  g_free (self->value);
  g_free (self->uri);
  G_OBJECT_CLASS (ijk_why_node_parent_class)->finalize (object);
}

static void
ijk_why_node_class_init (IjkWhyNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ijk_why_node_dispose;
  G_OBJECT_CLASS (klass)->finalize = ijk_why_node_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ijk_why_node_init (IjkWhyNode *self)
{
  (void) self;
}

/* ---- public ---- */

IjkWhyNode *
ijk_why_node_new (IjkExplanation *explanation)
{
  IjkWhyNode *self = NULL;

  g_return_val_if_fail (explanation != NULL, NULL);

  self = g_object_new (IJK_TYPE_WHY_NODE, NULL);
  self->term = self->opened = explanation;
  self->standing = ijk_explanation_get_standing (explanation);
  self->text = ijk_explanation_dup_title (explanation);
  self->value = ijk_explanation_dup_value (explanation);
  return self;
}

void
ijk_why_node_follow (IjkWhyNode     *self,
                     IjkExplanation *explanation)
{
  g_autoptr (IjkWhyNode) other = NULL;

  g_return_if_fail (IJK_IS_WHY_NODE (self) && self->parent == NULL);
  g_return_if_fail (explanation != NULL);

  other = ijk_why_node_new (explanation);
  become (self, other);
}

void
ijk_why_node_drop (IjkWhyNode *self)
{
  g_return_if_fail (IJK_IS_WHY_NODE (self));

  drop_children (self);
}

const IjkExplanation *
ijk_why_node_get_root (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), NULL);

  return self->term;
}

IjkWhyKind
ijk_why_node_get_kind (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), IJK_WHY_SOURCE);

  return self->kind;
}

IjkStanding
ijk_why_node_get_standing (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), IJK_STANDING_MODEL);

  return self->standing;
}

const char *
ijk_why_node_get_text (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), NULL);

  return self->text;
}

const char *
ijk_why_node_get_value (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), NULL);

  return self->value;
}

const char *
ijk_why_node_get_uri (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), NULL);

  return self->uri;
}

IjkWhyNode *
ijk_why_node_get_parent (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), NULL);

  return self->parent;
}

char *
ijk_why_node_dup_sentence (IjkWhyNode *self)
{
  g_return_val_if_fail (IJK_IS_WHY_NODE (self), NULL);

  switch (self->kind)
    {
    case IJK_WHY_NUMBER:
      /* Translators: a number of a formula: what, its value with unit, its standing. */
      return g_strdup_printf (_("%1$s: %2$s, %3$s"), self->text, self->value,
                              ijk_standing_name (ijk_why_node_get_standing (self)));
    case IJK_WHY_FORMULA:
      return *self->value == '\0'
                 /* Translators: %s is a formula in words. */
                 ? g_strdup_printf (_("Formula: %s"), self->text)
                 /* Translators: %1$s is a formula in words, %2$s the same with numbers. */
                 : g_strdup_printf (_("Formula: %1$s = %2$s"), self->text, self->value);
    case IJK_WHY_SOURCE:
      /* Translators: %1$s is a standing (sourced, assumption …), %2$s a citation. */
      return g_strdup_printf (_("Rests on, %1$s: %2$s"),
                              ijk_standing_name (ijk_why_node_get_standing (self)), self->text);
    }
  g_assert_not_reached ();
}
