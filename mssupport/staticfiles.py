"""Style sheets and scripts: compressed, and named by what is in them."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleAwareStorage(CompressedManifestStaticFilesStorage):
    """Rewrites the imports between our ES modules too, so that a new version is a new name."""

    support_js_module_import_aggregation = True
    # A page must not fail because a file was forgotten in a list; a test finds missing ones.
    manifest_strict = False
