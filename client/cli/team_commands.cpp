// SPDX-License-Identifier: EUPL-1.2
// team list, team new, team add, team remove
#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/people_words.h"

namespace veldwijzer::cli {
namespace {

struct NoOptions {};

Result<ExitCode> list(Context& context, const NoOptions&) {
    const auto session = context.open();
    if (!session) return session.error();
    const session::People people(**session);
    std::map<MemberId, std::string> names;
    for (const session::Person& person : people.members())
        names.emplace(person.id, person.name);
    Json document = Json::array();
    Table table;
    table.row({"ID", "NAME", "YOURS", "MEMBERS"});
    for (const session::Team& team : people.teams()) {
        Json members = Json::array();
        std::string cell;
        for (const MemberId& member : team.members) {
            const std::string id = toHex(member.view());
            const auto name = names.find(member);
            members.push_back({{"id", id}, {"name", name == names.end() ? id.substr(0, 8) : name->second}});
            cell += (cell.empty() ? "" : ", ") + (name == names.end() ? id.substr(0, 8) : name->second);
        }
        const std::string id = toHex(team.id.view());
        document.push_back(
            {{"id", id}, {"name", team.name}, {"yours", team.yours}, {"members", std::move(members)}});
        table.row({id, team.name, team.yours ? "yes" : "no", cell});
    }
    context.answer(document, [&](std::ostream& out) { table.print(out); });
    return ExitCode::Done;
}

struct TeamOptions {
    std::string team;
    std::string member;
};

Result<ExitCode> make(Context& context, const TeamOptions& options) {
    return membershipDeed(
        context,
        [&](session::Session&, session::People& people) -> Result<Json> {
            const auto id = people.newTeam(options.team);
            if (!id) return id.error();
            return Json{{"id", toHex(id->view())}, {"name", options.team}};
        },
        "made, with you in it: team add TEAM MEMBER brings others in");
}

using Deed = Result<void> (session::People::*)(const SpaceId&, const MemberId&);

Result<ExitCode> change(Context& context, const TeamOptions& options, Deed deed, std::string_view done) {
    return membershipDeed(
        context,
        [&](session::Session&, session::People& people) -> Result<Json> {
            const auto team = people.teamFrom(options.team);
            if (!team) return team.error();
            const auto member = people.memberFrom(options.member);
            if (!member) return member.error();
            if (const auto result = (people.*deed)(*team, *member); !result) return result.error();
            return Json{{"id", toHex(team->view())}, {"member", toHex(member->view())}};
        },
        done);
}

Result<ExitCode> add(Context& context, const TeamOptions& options) {
    return change(context, options, &session::People::addToTeam, "added: they can read all of the team's");
}

Result<ExitCode> remove(Context& context, const TeamOptions& options) {
    return change(context, options, &session::People::removeFromTeam,
                  "taken out: what the team writes from now on they cannot read");
}

}  // namespace

void addTeamCommands(CLI::App& app, Command& chosen) {
    CLI::App* team = app.add_subcommand("team", "Teams, each with a space that only those in it can read");
    team->require_subcommand(1);
    choose(team->add_subcommand("list", "Every team and who is in it"), chosen, std::make_shared<NoOptions>(),
           list);
    const auto sub = [&](const char* name, const char* description, auto run, bool withMember) {
        auto options = std::make_shared<TeamOptions>();
        CLI::App* command = team->add_subcommand(name, description);
        command->add_option("TEAM", options->team, "Its name or the beginning of its id")->required();
        if (withMember)
            command->add_option("MEMBER", options->member, "A name or the beginning of an id")->required();
        choose(command, chosen, options, run);
    };
    sub("new", "Make a team with yourself in it", make, false);
    sub("add", "Let somebody into a team that you are in", add, true);
    sub("remove", "Take somebody out of a team, or leave it yourself", remove, true);
}

}  // namespace veldwijzer::cli
