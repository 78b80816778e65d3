from django.urls import path

from guidance import views

app_name = "guidance"
urlpatterns = [
    path("guidelines/", views.guidelines, name="guidelines"),
    path("help-now/", views.help_now, name="help"),
    path("welcome/", views.welcome, name="welcome"),
]
