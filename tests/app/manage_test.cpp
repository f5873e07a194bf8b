// SPDX-License-Identifier: EUPL-1.2
#include <QImage>
#include <QSignalSpy>
#include <catch2/catch.hpp>
#include <fstream>

#include "app/app_world.h"
#include "app/file_jobs.h"
#include "app/invitations.h"
#include "app/manage_lists.h"
#include "app/today.h"
#include "roster/invitation_link.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

TEST_CASE("A coordinator invites: the link works, is printed, and can be withdrawn", "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    app::Invitations invitations;
    invitations.make("professional", 1, 48);
    REQUIRE(waitFor([&] { return !invitations.link().isEmpty(); }));
    CHECK(roster::decodeLink(app::utf8(invitations.link())).ok());
    CHECK(invitations.picture().startsWith("data:image/png;base64,"));
    CHECK(app::qrImage(invitations.link(), 1).width() > 20);
    CHECK(app::qrImage(QString(5000, 'x')).isNull());
    const QString file = QString::fromStdString((world.folder.path() / "uitnodiging.pdf").string());
    const QSignalSpy saved(&invitations, &app::Invitations::saved);
    invitations.savePdf(QUrl::fromLocalFile(file));
    CHECK(saved.count() == 1);
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return invitations.rows()->count() > 0 && invitations.rows()->get(0)["state"] == "Te gebruiken";
    }));
    invitations.withdraw(invitations.rows()->get(0)["id"].toString());
    CHECK(waitFor([&] { return invitations.rows()->get(0)["state"] == "Ingetrokken"; }));
}

TEST_CASE("The roster is told with oneself first", "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const auto bram = world.colleague(world.invite(roster::Role::Professional), "Bram");
    app::People people;
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return people.rows()->count() == 2;
    }));
    CHECK(people.rows()->get(0)["name"] == "Anna");
    CHECK(people.rows()->get(0)["you"].toBool());
    CHECK(people.rows()->get(0)["role"] == "coördinator");
    CHECK(people.rows()->get(1)["name"] == "Bram");
    CHECK(people.rows()->get(1)["devices"].toInt() == 1);
    CHECK_FALSE(people.rows()->get(1)["since"].toString().isEmpty());
}

TEST_CASE("An import is looked at first, then written; the same again changes nothing", "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const auto path = world.folder.path() / "kaart.json";
    std::ofstream(path)
        << R"([{"id":"s1","name":"Inloop","status":"active"},{"id":"s2","name":"Loket","status":"active"}])";
    const QUrl file = QUrl::fromLocalFile(QString::fromStdString(path.string()));
    app::ImportJob job;
    job.look(file);
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Ready; }));
    CHECK(job.created().contains("2 diensten"));
    const auto services = [&] {
        return *ask(world.desk, [](session::Session& session) {
            return session.store().list({.kind = "service"}).total;
        });
    };
    CHECK(services() == 0);
    job.start();
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Done; }));
    CHECK_FALSE(job.stopped());
    CHECK(services() == 2);
    job.again();
    job.look(file);
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Ready; }));
    CHECK(job.created().isEmpty());

    app::ExportJob out;
    out.run(QUrl::fromLocalFile(QString::fromStdString(world.folder.path().string())), false);
    REQUIRE(waitFor([&] { return !out.working(); }));
    CHECK(out.error().isEmpty());
    CHECK(out.records().contains("2 diensten"));
}

TEST_CASE("A file that cannot be read is told, and nothing is written", "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    app::ImportJob job;
    job.look(QUrl::fromLocalFile("/nergens/kaart.json"));
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Choosing && !job.error().isEmpty(); }));
}

TEST_CASE("Locking in the middle of an import ends it first", "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    const auto path = world.folder.path() / "kaart.json";
    {
        std::ofstream out(path);
        out << "[";
        for (int i = 0; i < 4000; ++i)
            out << (i > 0 ? "," : "") << R"({"id":"s)" << i << R"(","name":"Dienst )" << i
                << R"(","status":"active"})";
        out << "]";
    }
    app::ImportJob job;
    job.look(QUrl::fromLocalFile(QString::fromStdString(path.string())));
    REQUIRE(waitFor([&] { return job.step() == app::ImportJob::Step::Ready; }));
    job.start();
    world.app.lock();
    world.desk.finish();
    CHECK(world.app.phase() == app::App::Phase::Locked);
    world.unlock();
    const auto check = ask(world.desk, [](session::Session& session) { return session.check(); });
    REQUIRE(check.ok());
    CHECK(check->sound());
}

TEST_CASE("Terms are added, renamed and retired; words are added and taken away", "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    app::TermList terms;
    terms.add("phase", "Hulp na geweld");
    REQUIRE(waitFor([&] { return terms.rows()->count() == 1; }));
    const QString id = terms.rows()->get(0)["id"].toString();
    CHECK(terms.rows()->get(0)["facet"] == "Fase");
    terms.rename(id, "Nazorg");
    CHECK(waitFor([&] { return terms.rows()->get(0)["name"] == "Nazorg"; }));
    terms.retire(id, true);
    CHECK(waitFor([&] { return terms.rows()->get(0)["retired"].toBool(); }));

    app::SynonymList synonyms;
    synonyms.add("dader", "pleger");
    REQUIRE(waitFor([&] { return synonyms.rows()->count() == 1; }));
    CHECK(synonyms.rows()->get(0)["standsFor"] == "pleger");
    const QString word = synonyms.rows()->get(0)["id"].toString();
    synonyms.remove(word);
    CHECK(waitFor([&] { return synonyms.rows()->count() == 0; }));
    synonyms.restore(word);
    CHECK(waitFor([&] { return synonyms.rows()->count() == 1; }));
}

TEST_CASE("What is stale is listed until somebody looked; pairs are told apart", "[app][manage]") {
    AppWorld world;
    world.foundAndUnlock("Anna");
    REQUIRE(ask(world.desk, [](session::Session& session) -> Result<void> {
                for (int i = 0; i < 2; ++i)
                    if (auto made = session.create(
                            "service", {{"name", "Inloop de Brug"}, {"email", "brug@voorbeeld.nl"}});
                        !made)
                        return made.error();
                return {};
            }).ok());
    app::StaleList stale;
    REQUIRE(waitFor([&] { return stale.rows()->count() == 2; }));
    CHECK(stale.months() == 6);
    stale.assure(stale.rows()->get(0)["id"].toString());
    CHECK(waitFor([&] { return stale.rows()->count() == 1; }));
    stale.setMonths(12);
    CHECK(waitFor([&] { return stale.months() == 12; }));

    app::Today today;
    REQUIRE(waitFor([&] { return today.loaded() && today.services() == 2; }));
    CHECK(today.staleCount() == 1);

    app::DuplicatePairs pairs;
    REQUIRE(waitFor([&] { return pairs.rows()->count() == 1; }));
    const QVariantMap pair = pairs.rows()->get(0);
    pairs.tellApart(pair["first"].toMap()["id"].toString(), pair["second"].toMap()["id"].toString());
    CHECK(waitFor([&] { return pairs.rows()->count() == 0; }));
}
