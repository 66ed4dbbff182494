package org.holdfast.demo;

import java.util.List;

/** Names of people and places that do not exist, for a service too large to name by hand. */
final class Names {
    private Names() {}

    static final List<String> CENTRES = List.of(
        "Larkmere", "Otterholt", "Fennisbrook", "Wrenscombe", "Thistlewade", "Pellowick", "Sallowmere", "Marlingsea", "Quillbeck",
        "Eldermarsh", "Brackenfold", "Teasdown", "Hollinsea", "Ambermouth", "Rookenshaw");

    static final List<String> TEAMS = List.of("Harbour team", "Meadow team", "Bridge team", "Orchard team", "Quay team", "Weir team");

    private static final List<String> FIRST = List.of(
        "Aaliyah", "Adam", "Aisling", "Amir", "Anneka", "Arjun", "Beatrice", "Bilal", "Bronwen", "Carys", "Chidi", "Claire", "Conor", "Daisy",
        "Deepa", "Dylan", "Edith", "Efua", "Emeka", "Erin", "Esther", "Farah", "Finn", "Freya", "Gethin", "Gulsen", "Hamza", "Harriet", "Hassan",
        "Ifeoma", "Iona", "Isaac", "Jamila", "Jasper", "Kamala", "Katarzyna", "Kofi", "Layla", "Lewis", "Lorna", "Magda", "Mei", "Miriam",
        "Morgan", "Naomi", "Nikhil", "Noor", "Olamide", "Oscar", "Parveen", "Piotr", "Rachel", "Rashid", "Rosa", "Rowan", "Sadia", "Seren",
        "Simon", "Tamsin", "Theo", "Uzma", "Vikram", "Wanda", "Winston", "Xin", "Yetunde", "Zofia");

    private static final List<String> LAST = List.of(
        "Abbott", "Achterberg", "Ahmed", "Akintola", "Ali", "Baptiste", "Barker", "Bhatt", "Bowen", "Brannigan", "Chaudhry", "Cole", "Cooper",
        "Dass", "Dempsey", "Edwards", "Ekwueme", "Fernandes", "Finch", "Forsyth", "Garside", "Ghosh", "Grant", "Haider", "Harrow", "Hussein",
        "Iqbal", "Jankowski", "Jarvis", "Johal", "Kaur", "Keane", "Khatun", "Kowalczyk", "Lawal", "Lister", "Mahon", "Mbeki", "McBride", "Mistry",
        "Moyo", "Nash", "Ndlovu", "Nguyen", "O'Connell", "Oduya", "Owusu", "Palmer", "Patel", "Pearce", "Quinn", "Rahimi", "Rees", "Romero",
        "Sandhu", "Sharma", "Silva", "Stone", "Sutcliffe", "Tagoe", "Thapa", "Tudor", "Usman", "Vaughan", "Wainwright", "Webb", "Wiśniewska",
        "Yates", "Zaman");

    static String someone(Chance chance) {
        return chance.oneOf(FIRST) + " " + chance.oneOf(LAST);
    }
}
