// SPDX-License-Identifier: EUPL-1.2
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>

#include "app/serve.h"
#include "ops/check.h"
#include "ops/region_ops.h"

namespace {

using namespace veldwijzer;          // NOLINT: the program's own names
using namespace veldwijzer::server;  // NOLINT

enum ExitCode { done = 0, failed = 1, usage = 2 };

struct Arguments {
    std::string data;
    std::string region;
    std::string url;
    std::string to;
    std::string from;
    std::string link;
    std::string key;
    ServeOptions serve;
};

int report(const Error& error) {
    std::cerr << "veldwijzer-server: " << error.message << "\n";
    return error.code == ErrorCode::InvalidArgument ? usage : failed;
}

int finish(const Result<void>& result, const std::string& said) {
    if (!result) return report(result.error());
    std::cout << said << "\n";
    return done;
}

int printInvitation(const Result<std::string>& link) {
    if (!link) return report(link.error());
    std::cout << "invitation: " << *link << "\n";
    return done;
}

int check(const DataFolder& folder) {
    const CheckReport result = checkFolder(folder);
    for (const std::string& problem : result.problems)
        std::cout << "problem: " << problem << "\n";
    std::cout << "checked: " << result.membershipEntries << " membership entries, " << result.spaces
              << " spaces, " << result.entries << " entries: "
              << (result.problems.empty() ? "all well" : std::to_string(result.problems.size()) + " problems")
              << "\n";
    return result.problems.empty() ? done : failed;
}

int run(const CLI::App& app, const Arguments& arguments) {
    const DataFolder folder(arguments.data);
    SystemRandom random;
    const WallMs now = SystemClock().wallMs();
    if (app.got_subcommand("init"))
        return printInvitation(initialise(folder, arguments.region, arguments.url, random, now));
    if (app.got_subcommand("invite")) return printInvitation(inviteAgain(folder, random, now));
    if (app.got_subcommand("check")) return check(folder);
    if (app.got_subcommand("backup")) return finish(backUp(folder, arguments.to), "backup: " + arguments.to);
    if (app.got_subcommand("restore"))
        return finish(restore(folder, arguments.from, random, now), "restored: " + arguments.data);
    if (app.got_subcommand("adopt"))
        return finish(adopt(folder, arguments.link, arguments.key, random, now),
                      "adopted: " + arguments.data + "; members' devices fill it up as they sync");
    if (app.got_subcommand("version")) {
        std::cout << "veldwijzer-server " VELDWIJZER_VERSION "\n";
        return done;
    }
    const auto served = serve(folder, arguments.serve);
    return served ? done : report(served.error());
}

void describe(CLI::App& app, Arguments& arguments) {
    app.require_subcommand(1);
    const auto command = [&](const char* name, const char* what) {
        CLI::App* sub = app.add_subcommand(name, what);
        sub->add_option("--data", arguments.data, "the server's data folder")->required();
        return sub;
    };
    CLI::App* init = command("init", "Make a region; prints the invitation for its first coordinator");
    init->add_option("--region", arguments.region, "the region's name")->required();
    init->add_option("--url", arguments.url, "how devices reach this server, https://…")->required();
    CLI::App* serving = command("serve", "Serve a region until SIGTERM");
    serving->add_option("--listen", arguments.serve.listen, "HOST:PORT; port 0 picks one")
        ->capture_default_str();
    serving->add_flag("--behind-proxy", arguments.serve.behindProxy,
                      "keep connections open for the proxy (deploy/nginx)");
    serving->add_flag("--exposed-without-proxy", arguments.serve.exposedWithoutProxy,
                      "listen where other machines reach it, without TLS and without the proxy's limits");
    command("invite", "Print a fresh invitation for the first coordinator; voids the one before");
    command("check", "Verify every page, hash chain, signature and sequence");
    CLI::App* backup = command("backup", "Copy log and key to a new folder, also while serving");
    backup->add_option("--to", arguments.to, "a folder that does not exist yet")->required();
    CLI::App* restoring = command("restore", "Make a data folder from a backup");
    restoring->add_option("--from", arguments.from, "a folder made by backup")->required();
    CLI::App* adopting =
        command("adopt", "Make an empty server of a region whose server lost everything but its key");
    adopting->add_option("--key", arguments.key, "the server.key of the lost server, from a backup")
        ->required();
    adopting->add_option("--link", arguments.link, "what `veldwijzer-cli region` prints on a member's device")
        ->required();
    app.add_subcommand("version", "Print the version");
    app.footer("Exit codes: 0 done, 1 refused or failed, 2 usage.");
}

}  // namespace

int main(int argc, char** argv) {
    umask(077);
    std::signal(SIGPIPE, SIG_IGN);
    spdlog::set_default_logger(spdlog::stderr_logger_mt("veldwijzer"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    CLI::App app("The server of a Veldwijzer region: keeps and passes on what it cannot read.");
    Arguments arguments;
    describe(app, arguments);
    try {
        app.parse(argc, argv);
        return run(app, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : usage;
    } catch (const StorageError& error) {
        std::cerr << "veldwijzer-server: " << error.what() << "\n";
        return failed;
    } catch (const std::exception& error) {
        std::cerr << "veldwijzer-server: stopped: " << error.what() << "\n";
        return failed;
    }
}
