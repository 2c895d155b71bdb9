"""Composition root: builds the application, and is imported by nothing else."""

import sys

from flask import Flask
from flask_migrate import Migrate
from jinja2 import StrictUndefined

from accounts import access, key_views
from accounts import views as account_views
from accounts.cli import accounts
from accounts.elsewhere import linking_views as elsewhere_linking_views
from accounts.elsewhere import views as elsewhere_views
from api.views import bp as api_bp
from core.db import db
from core.schema import MIGRATIONS
from core.seal import Seal
from core.settings import Environment, Settings, SettingsError, read_settings
from directory.views import bp as directory_bp
from finder import catalogue
from finder.areas import bp as areas_bp
from finder.cli import match, search
from finder.style_guide import bp as style_guide_bp
from finder.views import bp as finder_bp
from places.views import bp as places_bp
from prescribing.codes import made_views
from prescribing.codes import views as code_views
from prescribing.minute import arriving_views, paper_views, record_views
from prescribing.minute import views as minute_views
from prescribing.practices import moderation_views as prescriber_views
from prescribing.practices import on_other_pages
from prescribing.practices import views as practice_views
from search.cli import index
from search.index import OfferIndex
from seeds.cli import seeds
from stewardship.confirming import views as confirm_views
from stewardship.moderating import deciding_views, looking_after_views
from stewardship.moderating import views as moderation_views
from stewardship.own import handing_over_views, version_views
from stewardship.own import views as steward_views
from stewardship.registering import claim_views, sending_views, tips_views
from stewardship.registering import views as register_views
from stewardship.visitors import gap_views
from stewardship.visitors import views as visitor_views
from upkeep.cli import upkeep
from web import (
    addresses,
    assets,
    compression,
    cross_site,
    errors,
    even_beat,
    headers,
    languages,
    limits,
    logs,
    row_numbers,
    transactions,
)
from web import views as web_views

BLUEPRINTS = (
    finder_bp,
    areas_bp,
    directory_bp,
    places_bp,
    web_views.bp,
    api_bp,
    account_views.bp,
    key_views.bp,
    elsewhere_views.bp,
    elsewhere_linking_views.bp,
    visitor_views.bp,
    gap_views.bp,
    register_views.bp,
    sending_views.bp,
    claim_views.bp,
    confirm_views.bp,
    tips_views.bp,
    moderation_views.bp,
    deciding_views.bp,
    looking_after_views.bp,
    steward_views.bp,
    version_views.bp,
    handing_over_views.bp,
    code_views.bp,
    made_views.bp,
    paper_views.bp,
    minute_views.bp,
    arriving_views.bp,
    record_views.bp,
    practice_views.bp,
    prescriber_views.bp,
)


def create_app(settings: Settings | None = None) -> Flask:
    """Build the site. Without ``settings`` they come from the environment; wrong ones end the program."""
    if settings is None:
        try:
            settings = read_settings()
        except SettingsError as error:
            sys.exit(str(error))
    app = Flask(__name__, instance_path=str(settings.instance_path), static_folder=None)
    # An address written with a slash too many would be repeated in a redirect that browsers keep.
    app.url_map.merge_slashes = False
    app.config.from_mapping(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        TESTING=settings.is_test,
        MAX_CONTENT_LENGTH=200_000,
    )
    app.extensions["settings"] = settings
    even_beat.init_app(app, beat_seconds=0.0 if settings.is_test else even_beat.BEAT_SECONDS)
    _set_up_templates(app, settings)
    db.init_app(app)
    Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    languages.init_app(app)
    addresses.init_app(app)
    row_numbers.init_app(app)
    assets.init_app(app)
    web_views.init_app(app)
    compression.init_app(app)
    logs.init_app(app, settings.log_level)
    headers.init_app(
        app,
        is_secure=settings.base_url.startswith("https"),
        pictures_from=settings.tiles.origin if settings.tiles else None,
    )
    transactions.init_app(app, db)
    errors.init_app(app)
    cross_site.init_app(app)
    limits.init_app(app, trusted_proxies=settings.trusted_proxies)
    access.init_app(app)
    visitor_views.init_app(app)
    on_other_pages.init_app(app)
    app.extensions["seal"] = Seal(settings.seal_keys)
    app.extensions["offer_index"] = OfferIndex(settings.instance_path / "index", patience=1.0)
    look_every = 0.0 if settings.is_test else catalogue.LOOK_EVERY_SECONDS
    catalogue.init_app(app, look_every_seconds=look_every)
    for command in (seeds, match, search, index, accounts, upkeep):
        app.cli.add_command(command)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    elsewhere_views.init_app(app)
    if settings.environment is Environment.DEVELOPMENT:
        app.register_blueprint(style_guide_bp)
    return app


def _set_up_templates(app: Flask, settings: Settings) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.globals["site_name"] = settings.site_name
