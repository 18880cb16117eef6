/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-list.h"

struct _IjkCompanyList
{
  GObject parent_instance;

  GPtrArray *places; /* (owned) (element-type GObject) made when first asked for */
  guint length;
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IjkCompanyList, ijk_company_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  (void) model;
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return IJK_COMPANY_LIST (model)->length;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  IjkCompanyList *self = IJK_COMPANY_LIST (model);

  if (position >= self->length)
    return NULL;
  while (self->places->len <= position)
    g_ptr_array_add (self->places, g_object_new (G_TYPE_OBJECT, NULL));
  return g_object_ref (g_ptr_array_index (self->places, position));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
ijk_company_list_finalize (GObject *object)
{
  g_ptr_array_unref (IJK_COMPANY_LIST (object)->places);
  G_OBJECT_CLASS (ijk_company_list_parent_class)->finalize (object);
}

static void
ijk_company_list_class_init (IjkCompanyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ijk_company_list_finalize;
}

static void
ijk_company_list_init (IjkCompanyList *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
}

IjkCompanyList *
ijk_company_list_new (void)
{
  return g_object_new (IJK_TYPE_COMPANY_LIST, NULL);
}

void
ijk_company_list_set_length (IjkCompanyList *self,
                             guint           length)
{
  const guint before = self->length;

  g_return_if_fail (IJK_IS_COMPANY_LIST (self));

  self->length = length;
  if (length > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, length - before);
  else if (length < before)
    g_list_model_items_changed (G_LIST_MODEL (self), length, before - length, 0);
}
