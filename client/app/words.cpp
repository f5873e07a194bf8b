// SPDX-License-Identifier: EUPL-1.2
#include "app/words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include "domain/opening_hours.h"

namespace veldwijzer::app {
namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Said)
};

QDate dateOf(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string utf8(const QString& text) {
    return text.toStdString();
}

Words wordsFor(const Error& error) {
    switch (error.code) {
        case ErrorCode::WrongPassphrase:
            return {
                Said::tr("Dit is niet de juiste wachtzin"),
                Said::tr("Er is niets veranderd. Kijk of Caps Lock aan staat en probeer het nog een keer.")};
        case ErrorCode::WeakPassphrase:
            return {Said::tr("Deze wachtzin is te makkelijk te raden"),
                    Said::tr("Kies een langere zin, bijvoorbeeld vier losse woorden.")};
        case ErrorCode::VaultDamaged:
            return {Said::tr("De opslag op dit toestel is beschadigd"),
                    Said::tr(
                        "Wat u eerder hebt verstuurd, staat ook bij uw collega’s. Zet dit toestel niet terug "
                        "en gooi "
                        "niets weg. Neem contact op met uw coördinator.")};
        case ErrorCode::VaultRolledBack:
            return {Said::tr("De opslag op dit toestel is ouder dan verwacht"),
                    Said::tr("Misschien is een reservekopie teruggezet. Wat verstuurd is, komt terug bij het "
                             "synchroniseren. Wat daarna alleen op dit toestel stond, is er niet meer.")};
        case ErrorCode::VaultInUse:
            return {Said::tr("De app is al open"),
                    Said::tr("Sluit het andere venster en probeer het opnieuw.")};
        case ErrorCode::VaultExists:
            return {Said::tr("Op dit toestel staat al een regio"), Said::tr("Open die met uw wachtzin.")};
        case ErrorCode::VaultMissing:
            return {Said::tr("Er staat nog niets op dit toestel"), Said::tr("Begin met een uitnodiging.")};
        case ErrorCode::InvitationExpired:
            return {Said::tr("Deze uitnodiging is verlopen"),
                    Said::tr("Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationUsed:
            return {Said::tr("Deze uitnodiging is al gebruikt"),
                    Said::tr("Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationRevoked:
            return {Said::tr("Deze uitnodiging is ingetrokken"),
                    Said::tr("Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationUnknown:
            return {
                Said::tr("De regio kent deze uitnodiging nog niet"),
                Said::tr(
                    "Het toestel van uw coördinator moet eerst synchroniseren. Probeer het daarna opnieuw.")};
        case ErrorCode::Offline:
            return {Said::tr("Geen verbinding"),
                    Said::tr("Alles staat veilig op dit toestel en gaat vanzelf mee zodra het kan.")};
        case ErrorCode::Busy:
        case ErrorCode::ServerError:
            return {Said::tr("De server kan nu niet antwoorden"),
                    Said::tr("Alles staat veilig op dit toestel. De app probeert het vanzelf opnieuw.")};
        case ErrorCode::ServerChanged:
            return {Said::tr("Er antwoordt een andere server dan die van uw regio"),
                    Said::tr(
                        "Er is niets naartoe gestuurd. Probeer een ander netwerk. Helpt dat niet, bel dan uw "
                        "coördinator.")};
        case ErrorCode::ServerForked:
        case ErrorCode::ChainBroken:
        case ErrorCode::StateDiffers:
            return {Said::tr("De server vertelt niet iedereen hetzelfde"),
                    Said::tr("Uw eigen werk staat veilig op dit toestel. Meld dit aan uw coördinator.")};
        case ErrorCode::ServerRestored:
            return {Said::tr("De server is teruggezet"),
                    Said::tr("Uw toestel vult aan wat de server kwijt is. U hoeft niets te doen.")};
        case ErrorCode::NotAMember:
            return {Said::tr("Dit toestel hoort niet (meer) bij de regio"),
                    Said::tr("Wat u niet hebt verstuurd, staat nog op dit toestel. Neem contact op met uw "
                             "coördinator.")};
        case ErrorCode::Forbidden:
            return {Said::tr("Dat mag u met uw rol niet"),
                    Said::tr("Er is niets veranderd. Vraag het uw coördinator.")};
        case ErrorCode::ClockSkew:
            return {Said::tr("De klok van dit toestel loopt niet gelijk"),
                    Said::tr("Zet datum en tijd goed. Uw werk staat veilig op dit toestel.")};
        case ErrorCode::Storage:
            return {
                Said::tr("Opslaan lukt niet"),
                Said::tr(
                    "Misschien is het toestel vol. Wat eerder is opgeslagen, is veilig. Maak ruimte vrij en "
                    "probeer het opnieuw.")};
        case ErrorCode::NotFound:
            return {Said::tr("Dit staat niet (meer) op dit toestel"),
                    Said::tr("Synchroniseer en zoek het opnieuw.")};
        case ErrorCode::TooLarge:
            return {Said::tr("Dit is te groot"),
                    Said::tr("Er is niets veranderd. Maak het korter of kleiner.")};
        case ErrorCode::UnsupportedVersion:
            return {Said::tr("Dit is gemaakt met een nieuwere versie van de app"),
                    Said::tr("Werk de app bij. Er is niets veranderd.")};
        case ErrorCode::InvalidArgument:
        case ErrorCode::Malformed:
            return {Said::tr("Dit kan de app niet lezen"),
                    Said::tr("Er is niets veranderd. Kijk na wat er is ingevuld.")};
        default:
            return {Said::tr("Er ging iets mis"),
                    Said::tr("Wat eerder is opgeslagen, is veilig. Probeer het opnieuw.")};
    }
}

QString momentText(WallMs at, WallMs now) {
    if (at <= 0) return Said::tr("nog nooit");
    if (now >= at && now - at < 60'000) return Said::tr("zojuist");
    const QString time = text(domain::localText(at)).mid(11);
    const auto day = domain::localDayOf(at);
    const auto today = domain::localDayOf(now);
    if (day == today) return time;
    if (day == today - std::chrono::days(1)) return Said::tr("gisteren %1").arg(time);
    const QDate date = dateOf(day);
    if (date.year() == dateOf(today).year())
        return QLocale().toString(date, QStringLiteral("d MMMM ")) + time;
    return dayWords(day);
}

QString dayWords(std::chrono::sys_days day) {
    return QLocale().toString(dateOf(day), QStringLiteral("d MMMM yyyy"));
}

}  // namespace veldwijzer::app
