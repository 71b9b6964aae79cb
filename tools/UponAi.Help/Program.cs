using UponAi.Help;

if (args is not [var manifest, var pages, var online, var target])
{
    Console.Error.WriteLine("usage: UponAi.Help MANIFEST PAGES ONLINE TARGET");
    return 2;
}

var problems = HelpBuild.Run(Path.GetFullPath(manifest), Path.GetFullPath(pages), new Uri(online), Path.GetFullPath(target));
// In the form that a build shows as an error.
foreach (var problem in problems) Console.Error.WriteLine($"UponAi.Help : error UPH0001: {problem.ReplaceLineEndings("\nUponAi.Help : error UPH0001: ")}");
return problems.Count == 0 ? 0 : 1;
