namespace AmazonIn.Infrastructure.Identity;

/// <summary>
/// Words that guessing lists begin with: those of the well-known lists of most used passwords, keyboard rows, and names,
/// places, gods and games that are common in India. Kept by hand; small letters only.
/// </summary>
internal static class CommonWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal);

    static CommonWords()
    {
        Words.UnionWith(
            """
            password passwort passcode pass word pwd secret letmein welcome hello login signin access admin administrator
            root superuser user guest test testing tester demo sample default temp temporary change changeme master manager
            system server oracle cisco computer internet windows linux ubuntu google facebook instagram whatsapp youtube
            amazon amazonin flipkart paytm seller sellers marketplace shop shopping store business company office portal
            account accounts qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qaz wsx edc qazwsx
            qazwsxedc abc abcd abcde abcdef abcdefgh abcdefghijkl xyz aaa iloveyou loveyou iloveu love lovely lover baby
            babygirl angel princess prince king queen sunshine monkey dragon tiger lion panther eagle falcon phoenix shadow
            football baseball basketball soccer hockey cricket superman batman spiderman ironman pokemon naruto minecraft
            starwars matrix trustno one michael jordan jennifer jessica ashley daniel charlie thomas robert george andrew
            joshua matthew nicole hunter hunting harley ranger buster soldier killer hacker ninja mustang ferrari porsche
            mercedes yamaha honda royal enfield summer winter spring autumn monsoon monday tuesday wednesday thursday
            friday saturday sunday january february march april june july august september october november december
            flower butterfly rainbow cookie chocolate coffee cheese banana orange purple yellow silver golden diamond
            freedom forever family mother father sister brother friend friends happy lucky smile whatever nothing money
            dollar rupee rupees credit number phone mobile samsung nokia apple india indian indians bharat hindustan
            jaihind incredible mumbai bombay delhi newdelhi bangalore bengaluru chennai madras kolkata calcutta hyderabad
            pune jaipur kerala punjab gujarat rajasthan tamilnadu karnataka maharashtra ganesh ganesha krishna radha shiva
            shiv mahadev hanuman bajrang rama ram sita jai shree shri sri sriram jaishreeram om namah shivaya omnamahshivaya
            saibaba sai lakshmi laxmi durga saraswati balaji tirupati allah bismillah jesus christ waheguru rahul rohit
            rohan amit ankit sumit sachin virat kohli dhoni tendulkar priya pooja puja neha kumar sharma singh patel gupta
            verma deepak sanjay vijay ajay suresh ramesh rajesh mahesh dinesh mukesh anil sunil sandeep pradeep manish
            ashish abhishek vishal arjun karan aditya shahrukh salman bollywood diwali holi eid namaste chennaisuperkings
            mumbaiindians royalchallengers
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Longest = Words.Max(word => word.Length);
    }

    public static int Longest { get; }

    public static int Count => Words.Count;

    public static bool Contains(string word) => Words.Contains(word);
}
