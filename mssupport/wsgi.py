"""The pages: an ordinary WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mssupport.settings")

application = get_wsgi_application()
