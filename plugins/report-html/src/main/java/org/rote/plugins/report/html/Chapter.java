package org.rote.plugins.report.html;

import java.util.Locale;
import org.rote.plugins.report.html.text.Markup;

/** The sections of the page in their order. */
enum Chapter {
    VERDICT("Verdict"),
    WARNINGS("Warnings"),
    ASKED("What was asked"),
    POOLS("Over many cases"),
    PICTURES("Pictures"),
    NUMBERS("Cases and findings"),
    CASES("Case by case"),
    ORIGIN("Origin");

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The name of the section in the page. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Begins the section with its heading. */
    void open(Markup out) {
        out.open("section", "id", id()).leaf("h2", title).line();
    }
}
