using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Which clauses of queries are functions.</summary>
internal static class QueryFunctions
{
    /// <summary>Whether the clause is one, as over sequences in memory; that of a query that is translated elsewhere is an expression tree.</summary>
    public static bool Has(SyntaxNode clause, SemanticModel model)
    {
        var method = clause switch
        {
            QueryClauseSyntax inner => model.GetQueryClauseInfo(inner).OperationInfo.Symbol,
            OrderingSyntax ordering => model.GetSymbolInfo(ordering).Symbol,
            _ => model.GetSymbolInfo((SelectOrGroupClauseSyntax)clause).Symbol
                ?? (clause.Parent is QueryBodySyntax { Clauses: [.., var last] } ? model.GetQueryClauseInfo(last).OperationInfo.Symbol : null),     // the second function of SelectMany or Join
        };
        return method is IMethodSymbol { Parameters: { Length: > 0 } parameters } && parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate)
            && parameters.All(parameter => parameter.Type.Name != "Expression");
    }
}
