using System.Management.Automation;
using System.Xml.Linq;
using UponAi.Help.Commands;
using UponAi.Help.Pages;

namespace UponAi.Help;

/// <summary>Writes the XML help file that Get-Help reads.</summary>
/// <param name="online">The web address of the pages.</param>
internal sealed class MamlWriter(Uri online)
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    internal XDocument Write(IEnumerable<(CommandInfo Command, CommandPage Page)> commands) => new(
        new XElement(
            Help + "helpItems",
            new XAttribute("schema", "maml"),
            commands.Select(entry => Write(entry.Command, entry.Page))));

    private XElement Write(CommandInfo command, CommandPage page)
    {
        var name = command.Name.Split('-');
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", command.Name),
                new XElement(Command + "verb", name[0]),
                new XElement(Command + "noun", name[1]),
                Paragraphs(Maml + "description", page.Synopsis)),
            Paragraphs(Maml + "description", page.Description),
            new XElement(Command + "syntax", command.ParameterSets.Select(set => SyntaxItem(command.Name, set))),
            new XElement(
                Command + "parameters",
                Distinct(command).Select(parameter => Parameter(parameter, Text(page, parameter.Name)))),
            new XElement(Command + "inputTypes", page.Inputs.Select(type => TypeEntry(Command + "inputType", type))),
            new XElement(
                Command + "returnValues", page.Outputs.Select(type => TypeEntry(Command + "returnValue", type))),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(
                Command + "relatedLinks",
                page.Links.Select(Link).Prepend(Link("Online", new Uri(online, command.Name + ".md").ToString()))));
    }

    private static IEnumerable<HelpParameter> Distinct(CommandInfo command) =>
        command.ParameterSets.SelectMany(HelpParameter.From).DistinctBy(parameter => parameter.Name);

    private static IReadOnlyList<string> Text(CommandPage page, string parameter) =>
        page.Parameters.FirstOrDefault(entry => entry.Name == parameter)?.Text ?? SharedTexts.Get(parameter);

    private static XElement SyntaxItem(string command, CommandParameterSetInfo set) =>
        new(
            Command + "syntaxItem",
            new XElement(Maml + "name", command),
            HelpParameter.From(set).Select(parameter => Parameter(parameter, [])));

    private static XElement Parameter(HelpParameter parameter, IReadOnlyList<string> text) => new(
        Command + "parameter",
        new XAttribute("required", parameter.IsMandatory),
        new XAttribute("variableLength", parameter.IsMany),
        new XAttribute("globbing", parameter.AcceptsWildcards),
        new XAttribute("pipelineInput", parameter.PipelineInput),
        new XAttribute("position", parameter.Position),
        new XAttribute("aliases", parameter.Aliases),
        new XElement(Maml + "name", parameter.Name),
        text.Count == 0 ? null : Paragraphs(Maml + "description", text),
        // Get-Help would show this value behind a switch.
        parameter.IsSwitch ? null : new XElement(
            Command + "parameterValue",
            new XAttribute("required", true),
            new XAttribute("variableLength", parameter.IsMany),
            parameter.TypeName),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName)));

    private static XElement TypeEntry(XName name, CommandPage.Entry type) =>
        new(
            name,
            new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
            Paragraphs(Maml + "description", type.Text));

    private static XElement Example(CommandPage.Example example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"---------- Example {index + 1}: {example.Title} ----------"),
        new XElement(Dev + "code", example.Code),
        // The empty paragraph separates the example from the next.
        Paragraphs(Dev + "remarks", [.. example.Remarks, ""]));

    private XElement Link(CommandPage.Link link) =>
        Link(link.Text, Uri.TryCreate(online, link.Target, out var uri) ? uri.ToString() : "");

    private static XElement Link(string text, string uri) =>
        new(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", uri));

    private static XElement Paragraphs(XName name, IReadOnlyList<string> paragraphs) =>
        new(name, paragraphs.Select(text => new XElement(Maml + "para", text)));
}
