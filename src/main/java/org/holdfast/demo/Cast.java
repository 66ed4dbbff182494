package org.holdfast.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * Who works in the small service: three centres, one of which closed four months ago, six teams and thirty-six
 * practitioners. Ordinary years of service are given in days; whoever is part of a story says so there.
 */
final class Cast {
    private static final int CENTRE_CLOSED_AGO = 120;
    private static final String WORKER = "Young person's worker";

    final LocalDate centreClosedOn;

    final FictionalPerson catherine;
    final FictionalPerson nigel;
    final FictionalPerson josephine;
    final FictionalPerson david;
    final FictionalPerson margaret;

    final FictionalPerson maryam;
    final FictionalPerson callum;
    final FictionalPerson priya;
    final FictionalPerson joseph;
    final FictionalPerson bethan;
    final FictionalPerson tomasz;
    final FictionalPerson grace;
    final FictionalPerson danny;
    final FictionalPerson ngozi;

    final FictionalPerson helen;
    final FictionalPerson siobhan;
    final FictionalPerson marcus;
    final FictionalPerson yusuf;
    final FictionalPerson alice;
    final FictionalPerson keira;
    final FictionalPerson samuel;
    final FictionalPerson hannah;

    final FictionalPerson owen;
    final FictionalPerson leila;
    final FictionalPerson stephen;
    final FictionalPerson fatima;
    final FictionalPerson ruby;
    final FictionalPerson aidan;
    final FictionalPerson nadia;
    final FictionalPerson femi;

    final FictionalPerson anjali;
    final FictionalPerson peter;
    final FictionalPerson zainab;
    final FictionalPerson molly;
    final FictionalPerson kwame;
    final FictionalPerson imogen;
    final FictionalPerson rhys;
    final FictionalPerson sana;

    final FictionalPerson patrick;
    final FictionalPerson tariq;
    final FictionalPerson jess;
    final FictionalPerson connor;

    final FictionalPerson gareth;
    final FictionalPerson elena;
    final FictionalPerson liam;
    final FictionalPerson adaeze;
    final FictionalPerson oliver;

    private final Fiction fiction;

    Cast(Fiction fiction) {
        this.fiction = fiction;
        this.centreClosedOn = fiction.workdayAgo(CENTRE_CLOSED_AGO);
        catherine = nowhereInParticular("Catherine Amoah", "Regional lead", 2400);
        catherine.holds("regional lead", null, null, catherine);
        nigel = nowhereInParticular("Nigel Barraclough", "Systems and information officer", 1900);
        nigel.holds("administrator", null, null, nigel);

        FictionalCentre larkmere = fiction.centre("Larkmere", fiction.ago(3000), null);
        josephine = larkmere.managedBy(larkmere.person("Josephine Achebe", "Service centre manager", fiction.ago(2100)), catherine);
        FictionalCentre otterholt = fiction.centre("Otterholt", fiction.ago(2600), null);
        david = otterholt.managedBy(otterholt.person("David Lindqvist", "Service centre manager", fiction.ago(1500)), catherine);
        FictionalCentre fennisbrook = fiction.centre("Fennisbrook", fiction.ago(1700), centreClosedOn);
        margaret = fennisbrook.managedBy(fennisbrook.person("Margaret Holloway", "Service centre manager", fiction.ago(1650)), catherine);

        FictionalTeam harbour = larkmere.team("Harbour team", null);
        maryam = harbour.managedBy("Maryam Siddiqui", fiction.ago(1460));
        callum = harbour.practitioner("Callum Reid", WORKER, fiction.ago(1250));
        priya = harbour.practitioner("Priya Nair", "Senior practitioner", fiction.ago(2000));
        joseph = harbour.practitioner("Joseph Okoro", "Missing from home worker", fiction.ago(880));
        bethan = harbour.practitioner("Bethan Llewellyn", WORKER, fiction.ago(1010));
        tomasz = harbour.practitioner("Tomasz Zielinski", WORKER, fiction.workdayAgo(33)).newlyQualified();
        grace = harbour.practitioner("Grace Mensah", "Outreach worker", fiction.ago(760));
        danny = harbour.practitioner("Danny Hughes", "Peer mentor", fiction.ago(260)).worksPart("0.40");
        ngozi = harbour.practitioner("Ngozi Eze", "Parents and carers' worker", fiction.ago(1320));

        FictionalTeam meadow = larkmere.team("Meadow team", null);
        helen = meadow.managedBy("Helen Marsh", fiction.ago(1720));
        siobhan = meadow.practitioner("Siobhan Kelly", WORKER, fiction.ago(1180));
        marcus = meadow.practitioner("Marcus Bailey", WORKER, fiction.ago(930));
        yusuf = meadow.practitioner("Yusuf Rahman", WORKER, fiction.ago(690));
        alice = meadow.practitioner("Alice Whitcombe", "Senior practitioner", fiction.ago(1900));
        keira = meadow.practitioner("Keira Donnelly", WORKER, fiction.ago(540)).worksPart("0.80");
        samuel = meadow.practitioner("Samuel Osei", WORKER, fiction.ago(1100));
        hannah = meadow.practitioner("Hannah Goldberg", "Independent advocate", fiction.ago(820));

        FictionalTeam bridge = larkmere.team("Bridge team", null);
        owen = bridge.managedBy("Owen Prosser", fiction.ago(210));
        leila = bridge.practitioner("Leila Haddad", WORKER, fiction.ago(95));
        stephen = bridge.practitioner("Stephen Gallagher", WORKER, fiction.ago(1400));
        fatima = bridge.practitioner("Fatima Begum", WORKER, fiction.ago(970));
        ruby = bridge.practitioner("Ruby Chen", WORKER, fiction.ago(430));
        aidan = bridge.practitioner("Aidan Murphy", WORKER, fiction.ago(660));
        nadia = bridge.practitioner("Nadia Kaczmarek", "Senior practitioner", fiction.ago(1560));
        femi = bridge.practitioner("Femi Adeyemi", WORKER, fiction.ago(800));

        FictionalTeam orchard = otterholt.team("Orchard team", null);
        anjali = orchard.managedBy("Anjali Desai", fiction.ago(1330));
        peter = orchard.practitioner("Peter Novak", WORKER, fiction.ago(1220));
        zainab = orchard.practitioner("Zainab Hussain", "Senior practitioner", fiction.ago(1700));
        molly = orchard.practitioner("Molly Fairbairn", WORKER, fiction.ago(620));
        kwame = orchard.practitioner("Kwame Boateng", WORKER, fiction.ago(1040));
        imogen = orchard.practitioner("Imogen Clarke", WORKER, fiction.ago(390));
        rhys = orchard.practitioner("Rhys Morgan", WORKER, fiction.ago(910));
        sana = orchard.practitioner("Sana Malik", WORKER, fiction.ago(740)).worksPart("0.60");

        FictionalTeam quay = otterholt.team("Quay team", null);
        patrick = quay.managedBy("Patrick O'Shea", fiction.ago(1150));
        tariq = quay.practitioner("Tariq Mahmood", WORKER, fiction.ago(1080));
        jess = quay.practitioner("Jess Thornton", WORKER, fiction.ago(580));
        connor = quay.practitioner("Connor Walsh", WORKER, fiction.ago(700));

        FictionalTeam weir = fennisbrook.team("Weir team", centreClosedOn);
        gareth = weir.managedBy("Gareth Pugh", fiction.ago(1600));
        elena = weir.practitioner("Elena Petrova", WORKER, fiction.ago(1300));
        liam = weir.practitioner("Liam Docherty", WORKER, fiction.ago(850));
        adaeze = weir.practitioner("Adaeze Nwosu", WORKER, fiction.ago(950));
        oliver = weir.practitioner("Oliver Frost", WORKER, fiction.ago(990));
        closeFennisbrook(quay);
    }

    private FictionalPerson nowhereInParticular(String name, String jobTitle, int startedAgo) {
        return new FictionalPerson(fiction, null, null, name, jobTitle, fiction.ago(startedAgo));
    }

    /** Its people went to Otterholt, or left. */
    private void closeFennisbrook(FictionalTeam quay) {
        oliver.leaves(fiction.workdayAgo(262));
        List.of(elena, liam, adaeze).forEach(person -> quay.welcomes(person, centreClosedOn));
        gareth.leaves(centreClosedOn);
        margaret.leaves(centreClosedOn);
    }

    List<FictionalPerson> harbour() {
        return List.of(callum, priya, joseph, bethan, tomasz, grace, danny, ngozi);
    }

    List<FictionalPerson> meadow() {
        return List.of(siobhan, marcus, yusuf, alice, keira, samuel, hannah);
    }

    List<FictionalPerson> bridge() {
        return List.of(leila, stephen, fatima, ruby, aidan, nadia, femi);
    }

    List<FictionalPerson> otterholt() {
        return List.of(peter, zainab, molly, kwame, imogen, rhys, sana, tariq, jess, connor, elena, liam, adaeze);
    }

    List<FictionalPerson> managers() {
        return List.of(maryam, helen, owen, anjali, patrick, josephine, david);
    }
}
