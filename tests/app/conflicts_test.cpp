// SPDX-License-Identifier: EUPL-1.2
#include "app/conflicts.h"

#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/lookup.h"
#include "app/words.h"
#include "domain/kinds.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

/// Anna's device in the app, Bram's beside it, and a service that both have.
struct TwoPeople {
    AppWorld world;
    std::unique_ptr<session::Session> bram;
    RecordId service;

    TwoPeople() {
        world.foundAndUnlock("Anna");
        bram = world.colleague(world.invite(roster::Role::Professional), "Bram");
        service = *ask(world.desk, [](session::Session& session) {
            return session.create("service", {{"name", "Inloop"}, {"description", "Kom langs."}});
        });
        sync();
    }
    /// What either has goes to the other; without a network between them only their own device changes.
    void sync() {
        REQUIRE(waitFor([&] {
            world.desk.syncNow();
            return *ask(world.desk, [](session::Session& session) { return session.status().pending; }) == 0;
        }));
        const auto transport = world.road.transport();
        REQUIRE(bram->sync(*transport).complete);
    }
    void both(const std::string& field, const std::string& annas, const std::string& brams) {
        world.road.online = false;
        REQUIRE(ask(world.desk, [&](session::Session& session) {
                    return session.set(service, {{field, annas}});
                }).ok());
        REQUIRE(bram->set(service, {{field, brams}}).ok());
        meet();
    }
    void meet() {
        world.road.online = true;
        const auto transport = world.road.transport();
        REQUIRE(bram->sync(*transport).complete);
        REQUIRE(waitFor([&] {
            world.desk.syncNow();
            return world.desk.syncState().conflicts > 0;
        }));
    }
    std::string value(const std::string& field) {
        const auto text = ask(world.desk, [&](session::Session& session) {
            const auto stored = session.store().find(service);
            const merge::Value* shown = merge::shownValue(stored->record, field);
            return shown != nullptr ? domain::displayText(*shown) : std::string();
        });
        return *text;
    }
    QString id() const { return app::text(app::idText(service)); }
};

}  // namespace

TEST_CASE("The inbox names the record and the field in words, and empties when all is chosen",
          "[app][conflicts]") {
    TwoPeople people;
    people.both("email", "anna@voorbeeld.nl", "bram@voorbeeld.nl");
    app::ConflictList inbox;
    REQUIRE(waitFor([&] { return inbox.rows()->count() == 1; }));
    const QVariantMap row = inbox.rows()->get(0);
    CHECK(row["title"] == "Inloop");
    CHECK(row["kind"] == "dienst");
    CHECK(row["fields"] == "E-mail");

    app::ConflictCase conflict;
    conflict.setRecordId(people.id());
    REQUIRE(waitFor([&] { return conflict.fields().size() == 1; }));
    const QVariantMap field = conflict.fields().front().toMap();
    CHECK(field["label"] == "E-mail");
    CHECK_FALSE(field["joinable"].toBool());
    QStringList who;
    QStringList texts;
    for (const QVariant& each : field["values"].toList()) {
        who << each.toMap()["who"].toString();
        texts << each.toMap()["text"].toString();
    }
    CHECK(QSet<QString>(who.begin(), who.end()) == QSet<QString>{"u", "Bram"});
    const int brams = static_cast<int>(texts.indexOf("bram@voorbeeld.nl")) + 1;
    REQUIRE(brams > 0);
    conflict.keep("email", brams);
    CHECK(waitFor([&] { return inbox.rows()->count() == 0 && conflict.fields().isEmpty(); }));
    CHECK(people.value("email") == "bram@voorbeeld.nl");
}

TEST_CASE("A choice is taken back: what was shown comes back and the choice is open again",
          "[app][conflicts]") {
    TwoPeople people;
    people.both("email", "anna@voorbeeld.nl", "bram@voorbeeld.nl");
    app::ConflictCase conflict;
    conflict.setRecordId(people.id());
    REQUIRE(waitFor([&] { return conflict.fields().size() == 1; }));
    const std::string before = people.value("email");
    const QSignalSpy settled(&conflict, &app::ConflictCase::settled);
    conflict.keep("email", 2);
    REQUIRE(waitFor([&] { return settled.count() == 1 && conflict.fields().isEmpty(); }));
    CHECK(people.value("email") != before);
    conflict.undo();
    REQUIRE(waitFor([&] { return conflict.fields().size() == 1; }));
    CHECK(conflict.fields().front().toMap()["again"].toBool());
    CHECK(people.value("email") == before);
    conflict.write("email", "samen@voorbeeld.nl");
    REQUIRE(waitFor([&] { return conflict.fields().isEmpty(); }));
    CHECK(people.value("email") == "samen@voorbeeld.nl");
}

TEST_CASE("Two texts can both be kept, one below the other", "[app][conflicts]") {
    TwoPeople people;
    people.both("description", "Kom langs op maandag.", "Bel eerst even.");
    app::ConflictCase conflict;
    conflict.setRecordId(people.id());
    REQUIRE(waitFor([&] { return conflict.fields().size() == 1; }));
    CHECK(conflict.fields().front().toMap()["joinable"].toBool());
    conflict.keepAll("description");
    REQUIRE(waitFor([&] { return conflict.fields().isEmpty(); }));
    const std::string joined = people.value("description");
    CHECK(joined.find("maandag.") != std::string::npos);
    CHECK(joined.find("Bel eerst") != std::string::npos);
}

TEST_CASE("A delete that met an edit asks: bring back or leave deleted", "[app][conflicts]") {
    TwoPeople people;
    people.world.road.online = false;
    REQUIRE(ask(people.world.desk, [&](session::Session& session) {
                return session.set(people.service, {{"email", "anna@voorbeeld.nl"}});
            }).ok());
    REQUIRE(people.bram->remove(people.service).ok());
    people.meet();
    app::ConflictCase conflict;
    conflict.setRecordId(people.id());
    REQUIRE(waitFor([&] { return conflict.fields().size() == 1; }));
    const QVariantMap field = conflict.fields().front().toMap();
    REQUIRE(field["deleted"].toBool());
    int deletes = 0;
    for (const QVariant& each : field["values"].toList())
        if (each.toMap()["deletes"].toBool()) deletes = each.toMap()["number"].toInt();
    REQUIRE(deletes > 0);
    const QSignalSpy settled(&conflict, &app::ConflictCase::settled);
    conflict.keep("deleted", deletes);
    REQUIRE(waitFor([&] { return settled.count() == 1; }));
    const auto gone = [&] {
        return *ask(people.world.desk, [&](session::Session& session) {
            return session.store().find(people.service)->visibility == merge::Visibility::Deleted;
        });
    };
    CHECK(gone());
    conflict.undo();
    CHECK(waitFor([&] { return !gone(); }));
}
