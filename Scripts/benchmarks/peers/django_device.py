"""The same in the usual manner of Django: a model, a view, JsonResponse. BENCH_HOST and BENCH_NAME say where."""
import hashlib
import os

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="bench", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, INSTALLED_APPS=[],
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
    DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", "HOST": os.environ["BENCH_HOST"],
                           "NAME": os.environ["BENCH_NAME"], "USER": "moulin_owner", "CONN_MAX_AGE": None}},
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.http import JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402

KEY = hashlib.sha256(b"bench").hexdigest()
FIELDS = "device_id kind maker model serial external_ref cpu ram_mb storage_gb comment state stay version".split()


class Device(models.Model):
    device_id = models.BigIntegerField(primary_key=True)
    org_id = models.IntegerField()
    kind, maker, model, serial, external_ref, cpu, comment, state = (models.TextField(null=True) for _ in range(8))
    ram_mb, storage_gb, stay, version = (models.IntegerField(null=True) for _ in range(4))

    class Meta:
        app_label, managed, db_table = "bench", False, '"core"."device"'


class Role(models.Model):
    org_id = models.IntegerField()
    person_id = models.BigIntegerField(primary_key=True)
    role = models.TextField()

    class Meta:
        app_label, managed, db_table = "bench", False, '"core"."person_role"'


def answered(request, find):
    key = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if hashlib.sha256(key.encode()).hexdigest() != KEY:
        return JsonResponse({}, status=401)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('moulin.org', '1', true)")
        if not list(Role.objects.filter(org_id=1, person_id=1).values_list("role", flat=True)):
            return JsonResponse({}, status=401)
        found = find()
        return JsonResponse(found, safe=False) if found else JsonResponse({}, status=404)


def shown(device):
    return {field: getattr(device, field) for field in FIELDS}


def device(request, number):
    return answered(request, lambda: shown(Device.objects.get(org_id=1, device_id=number)))


def devices(request, number):
    wanted = Device.objects.filter(org_id=1, device_id__gt=number).order_by("device_id")
    return answered(request, lambda: [shown(device) for device in wanted[:50]])


urlpatterns = [path("devices/<int:number>", device), path("list/<int:number>", devices)]
application = get_wsgi_application()
