// SPDX-License-Identifier: EUPL-1.2
#include "base/hash.h"
#include "base/text.h"
#include "web/page.h"

namespace veldwijzer::server {

const std::string& pageStyle() {
    static const std::string style =
        R"css(:root{color-scheme:light dark;--vel:#fbfaf8;--kaart:#fff;--tekst:#1d2428;--zacht:#4d585e;--lijn:#cfd6d9;--accent:#0a5c73;--op:#fff;--fout:#9b1c1c;--nu:#e6f1f4}
@media (prefers-color-scheme:dark){:root{--vel:#12181b;--kaart:#1b2327;--tekst:#e9eef0;--zacht:#b3c0c6;--lijn:#3a474d;--accent:#7fcfe3;--op:#0b1215;--fout:#ff9b93;--nu:#17323a}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,"Inter","Segoe UI",Roboto,sans-serif;background:var(--vel);color:var(--tekst);scroll-padding-top:1rem}
body{margin:0 auto;max-width:72rem;padding:0 1rem 3rem}
h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 .25rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1.0625rem;line-height:1.35;margin:0}
p{margin:.25rem 0}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.onder,.waar,.plek,.tot,footer{color:var(--zacht)}
.spring{position:absolute;left:-999rem}
.spring:focus{left:1rem;top:.5rem;background:var(--kaart);padding:.75rem 1rem;z-index:1}
.weg{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.keuze{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:1rem 0 0;padding:0}
.keuze a{display:inline-flex;align-items:center;min-height:44px;padding:0 1rem;border:1px solid var(--accent);border-radius:999px;text-decoration:none}
.keuze a[aria-current]{background:var(--accent);color:var(--op)}
form{margin:1.5rem 0 0}
label{display:block;font-weight:600}
.zoek{display:flex;gap:.5rem;margin-top:.25rem;max-width:32rem}
input[type=search]{flex:1;min-width:0;min-height:44px;font:inherit;color:inherit;background:var(--kaart);border:1px solid var(--zacht);border-radius:.5rem;padding:0 .75rem}
button{min-height:44px;font:inherit;font-weight:600;padding:0 1.25rem;border:0;border-radius:.5rem;background:var(--accent);color:var(--op)}
.nu{background:var(--nu);border-radius:.75rem;padding:.25rem 1rem 1rem;margin-top:1.5rem}
.nu h2{margin-top:.75rem}
.nu ul{margin:.25rem 0 .75rem;padding-left:1.25rem}
.nu a{display:inline-block;padding:.35rem 0}
.lijst{list-style:none;margin:0;padding:0}
.lijst li{background:var(--kaart);border:1px solid var(--lijn);border-radius:.75rem;padding:.75rem 1rem;margin:.5rem 0}
.lijst li:target{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}
.tijd{font-variant-numeric:tabular-nums;font-weight:600}
.kort,details{max-width:44rem;overflow-wrap:anywhere}
h1,h3,.waar,.blok{overflow-wrap:anywhere}
details p{white-space:pre-line}
summary{display:inline-block;min-height:44px;line-height:44px;color:var(--accent);cursor:pointer;text-decoration:underline;text-underline-offset:.15em}
.vervallen{color:var(--fout)}
.schuif{overflow-x:auto;margin-top:1.5rem}
table{border-collapse:collapse;width:100%;background:var(--kaart)}
caption{text-align:left;font-weight:600;font-size:1.25rem;padding:.5rem 0}
th,td{border:1px solid var(--lijn);padding:.5rem .75rem;text-align:left;vertical-align:top}
td{min-width:10rem}
.blok{margin:0 0 .25rem}
.blok a{display:inline-block;padding:.25rem 0}
footer{margin-top:3rem;border-top:1px solid var(--lijn);padding-top:1rem}
footer a{display:inline-block;padding:.35rem 0}
@media (min-width:40rem){.lijst article{display:grid;grid-template-columns:8rem 1fr;gap:1rem}}
@media print{html{background:#fff;color:#000;font-size:80%}.keuze,form,.nu,.spring,footer,summary{display:none}.lijst li{border:0;border-bottom:1px solid #999;border-radius:0;break-inside:avoid;padding:.4rem 0}a{color:inherit;text-decoration:none}.schuif{overflow:visible}h2{break-after:avoid}}
)css";
    return style;
}

const std::string& pageStyleVersion() {
    static const std::string version =
        toHex(hashOf("veldwijzer style", {viewOf(pageStyle())}).view()).substr(0, 12);
    return version;
}

}  // namespace veldwijzer::server
