<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="nl">
<context>
    <name>veldwijzer::app::App</name>
    <message numerus="yes">
        <source>%n wijziging(en) wachten</source>
        <translation>
            <numerusform>%n wijziging wacht</numerusform>
            <numerusform>%n wijzigingen wachten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ophalen, nog %n</source>
        <translation>
            <numerusform>Ophalen, nog %n</numerusform>
            <numerusform>Ophalen, nog %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wijziging(en) geweigerd</source>
        <translation>
            <numerusform>%n wijziging geweigerd</numerusform>
            <numerusform>%n wijzigingen geweigerd</numerusform>
        </translation>
    </message>
</context>
</TS>
