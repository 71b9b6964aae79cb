// Builds the help file of the module. Exits with 1 if a page and its command disagree.
using UponAi.Help;

if (args is not [var manifest, var pages, var online, var target])
{
    Console.Error.WriteLine("usage: UponAi.Help MANIFEST PAGES ONLINE TARGET");
    return 2;
}

// MSBuild shows lines with this prefix as errors.
const string Prefix = "UponAi.Help : error UPH0001: ";
var problems = HelpBuild.Run(
    Path.GetFullPath(manifest), Path.GetFullPath(pages), new Uri(online), Path.GetFullPath(target));
foreach (var problem in problems) Console.Error.WriteLine(Prefix + problem.ReplaceLineEndings("\n" + Prefix));
return problems.Count == 0 ? 0 : 1;
