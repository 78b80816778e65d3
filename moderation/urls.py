from django.urls import path

from moderation import views

app_name = "moderation"
urlpatterns = [
    path("posts/<int:pk>/report/", views.report, name="report"),
    path("reports/<int:pk>/", views.my_report, name="my_report"),
    path("moderation/", views.queue, name="queue"),
    path("moderation/decided/", views.decided, name="decided"),
    path("moderation/cases/<int:pk>/", views.case, name="case"),
    path("moderation/cases/<int:pk>/undo/", views.undo, name="undo"),
    path("record/", views.record, name="record"),
    path("record/<int:pk>/", views.told, name="told"),
]
