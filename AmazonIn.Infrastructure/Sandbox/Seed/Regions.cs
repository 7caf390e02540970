namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>
/// All 36 states and union territories. Spellings are those seen in real Amazon.in data, the cut and the misspelt
/// ones included; weights follow the shares of real orders; PIN prefixes are the first three digits.
/// </summary>
internal static class Regions
{
    // GST code | spellings | city:PIN prefix | weight
    private static readonly string[] Rows =
    [
        "01|JAMMU & KASHMIR;J&K|Srinagar:190,Jammu:180|7",
        "02|HIMACHAL PRADESH;HP|Shimla:171,Dharamshala:176|8",
        "03|PUNJAB;Punjab;punjab;PB;Punjab/Mohali/Zirakpur|Ludhiana:141,Amritsar:143,Mohali:140|14",
        "04|CHANDIGARH;Chandigarh|Chandigarh:160|3",
        "05|UTTARAKHAND;Uttaranchal|Dehradun:248,Haridwar:249|9",
        "06|HARYANA;HR|Gurugram:122,Faridabad:121,Karnal:132|36",
        "07|DELHI;Delhi;delhi;New Delhi|New Delhi:110,Delhi:110|60",
        "08|RAJASTHAN;Rajasthan;Rajshthan;Rajsthan;RJ|Jaipur:302,Udaipur:313,Jodhpur:342|20",
        "09|UTTAR PRADESH;UP|Lucknow:226,Noida:201,Varanasi:221,Kanpur:208|93",
        "10|BIHAR;Bihar;bihar|Patna:800,Gaya:823|13",
        "11|SIKKIM;Sikkim|Gangtok:737|2",
        "12|ARUNACHAL PRADESH;Arunachal pradesh;AR|Itanagar:791|2",
        "13|NAGALAND;Nagaland;NL|Dimapur:797|2",
        "14|MANIPUR;Manipur|Imphal:795|3",
        "15|MIZORAM;Mizoram|Aizawl:796|2",
        "16|TRIPURA|Agartala:799|2",
        "17|MEGHALAYA;Meghalaya|Shillong:793|2",
        "18|ASSAM|Guwahati:781,Dibrugarh:786|13",
        "19|WEST BENGAL|Kolkata:700,Siliguri:734,Howrah:711|55",
        "20|JHARKHAND|Ranchi:834,Jamshedpur:831|12",
        "21|ODISHA;Odisha;Orissa;orissa|Bhubaneswar:751,Cuttack:753|18",
        "22|CHHATTISGARH;Chattisgarh|Raipur:492,Bilaspur:495|8",
        "23|MADHYA PRADESH|Bhopal:462,Indore:452|18",
        "24|Gujarat|Ahmedabad:380,Surat:395,Vadodara:390|36",
        "26|DADRA AND NAGAR;Dadra & Nagar Haveli;Daman & Diu|Silvassa:396,Daman:396|2",
        "27|MAHARASHTRA|Mumbai:400,Pune:411,Nagpur:440,Nashik:422|168",
        "29|KARNATAKA|Bengaluru:560,Mysuru:570,Mangaluru:575|144",
        "30|GOA;Goa;goa|Panaji:403,Margao:403|6",
        "31|LAKSHADWEEP|Kavaratti:682|1",
        "32|KERALA|Kochi:682,Thiruvananthapuram:695,Kozhikode:673|46",
        "33|TAMIL NADU;Tamilnadu|Chennai:600,Coimbatore:641,Madurai:625|86",
        "34|PUDUCHERRY;Puducherry;Pondicherry|Puducherry:605|3",
        "35|ANDAMAN & NICOBAR |Port Blair:744|2",
        "36|TELANGANA|Hyderabad:500,Warangal:506|86",
        "37|ANDHRA PRADESH|Visakhapatnam:530,Vijayawada:520,Tirupati:517|38",
        "38|LADAKH|Leh:194|1",
    ];

    public static IReadOnlyList<Region> All { get; } = [.. Rows.Select(Parse)];

    private static readonly int[] Ladder = Cumulate();

    public static Region Draw(ref Rng rng)
    {
        var at = Array.BinarySearch(Ladder, rng.Below(Ladder[^1]) + 1);
        return All[at < 0 ? ~at : at];
    }

    private static Region Parse(string row)
    {
        var parts = row.Split('|');
        var places = parts[2].Split(',').Select(place => new Place(place[..^4], place[^3..])).ToArray();
        return new Region(
            parts[0],
            parts[1].Split(';'),
            places,
            int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int[] Cumulate()
    {
        var sum = 0;
        return [.. All.Select(region => sum += region.Weight)];
    }
}
