from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig


class AdminConfig(DjangoAdminConfig):
    """Django's admin, with our own front door: only logged-in admins see that it exists."""

    default_site = "mssupport.staff.StaffSite"
