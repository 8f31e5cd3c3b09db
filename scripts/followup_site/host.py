"""What the checker's page is told of this site: addresses as seen from that page, and the theme's classes."""

from followup.page.host import Addresses, Host

HOST = Host(
    addresses=Addresses(claim="../sources/{source}/#{claim}", dispute="../disagreements/{slug}/"),
    tables="../answers/",
    table="../answers/{contact}/#{part}",
    guides={
        "first-48-hours": "../guides/first-48-hours/",
        "the-date-has-passed": "../guides/the-date-has-passed/",
    },
    button="md-button",
    main_button="md-button md-button--primary",
)
