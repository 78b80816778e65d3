from django.urls import path

from composing.views import content_warnings

app_name = "composing"
urlpatterns = [path("content-warnings/", content_warnings.choices, name="warnings")]
