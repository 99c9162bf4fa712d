def matching(queryset, words):
    return queryset.filter(pk__in=queryset.filter(pk__isnull=False).values("pk"))
