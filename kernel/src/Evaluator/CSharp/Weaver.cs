using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Code → the same code with <see cref="Guard"/>'s checks in it, every statement on the line where it was.</summary>
/// <remarks>Text is inserted, nothing is moved; if the result should not compile, the caller compiles the original.</remarks>
internal sealed class Weaver : CSharpSyntaxWalker
{
    private const string Name = WovenHeads.Name, Poll = Name + "Poll(); ", PollLate = Name + "PollLate(); ", Enter = WovenHeads.Enter;
    private readonly Lazy<SemanticModel> model;
    private readonly List<TextEdit> edits = [];
    private int cleanUpDepth;

    private Weaver(Func<SemanticModel> model) => this.model = new(model);

    /// <summary>The woven text; <paramref name="model"/> is asked for only where syntax alone cannot tell a delegate from an expression tree.</summary>
    public static string Weave(SyntaxTree tree, Func<SemanticModel> model)
    {
        var weaver = new Weaver(model);
        weaver.Visit(tree.GetRoot());
        return TextEdit.Apply(weaver.edits, tree.ToString());
    }

    public override void VisitCompilationUnit(CompilationUnitSyntax node)
    {
        for (var i = 0; i < node.Members.Count; i++)
        {
            Visit(node.Members[i]);
            if (Declarations.In(node.Members[i]).Any()) Insert(node.Members[i].Span.End, $" {Name}Reached({i});");
        }
    }

    public override void VisitWhileStatement(WhileStatementSyntax node) => Loop(node.Statement, () => base.VisitWhileStatement(node));
    public override void VisitDoStatement(DoStatementSyntax node) => Loop(node.Statement, () => base.VisitDoStatement(node));
    public override void VisitForStatement(ForStatementSyntax node) => Loop(node.Statement, () => base.VisitForStatement(node));
    public override void VisitForEachStatement(ForEachStatementSyntax node) => ForEach(node, () => base.VisitForEachStatement(node));
    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => ForEach(node, () => base.VisitForEachVariableStatement(node));

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        if (node.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax && node.Statement is not LabeledStatementSyntax)
            Insert(node.ColonToken.Span.End, " " + Check);
        base.VisitLabeledStatement(node);
    }

    public override void VisitFinallyClause(FinallyClauseSyntax node)
    {
        cleanUpDepth++;
        base.VisitFinallyClause(node);
        cleanUpDepth--;
    }

    public override void VisitAwaitExpression(AwaitExpressionSyntax node) => Around("Wait(", node.Expression, () => base.VisitAwaitExpression(node));

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (ConsoleCalls.InPlaceOf(node, model) is { } ours) edits.Add(new(node.Expression.SpanStart, node.Expression.Span.Length, ours));
        Call(node, node.ArgumentList, () => base.VisitInvocationExpression(node));
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
        Call(node, node.ArgumentList, () => base.VisitObjectCreationExpression(node));
    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        Call(node, node.ArgumentList, () => base.VisitImplicitObjectCreationExpression(node));
    public override void VisitElementAccessExpression(ElementAccessExpressionSyntax node) =>
        Call(node, node.ArgumentList, () => base.VisitElementAccessExpression(node));
    public override void VisitConstructorInitializer(ConstructorInitializerSyntax node) =>
        Call(node, node.ArgumentList, () => base.VisitConstructorInitializer(node));
    public override void VisitPrimaryConstructorBaseType(PrimaryConstructorBaseTypeSyntax node) =>
        Call(node, node.ArgumentList, () => base.VisitPrimaryConstructorBaseType(node));

    // A colon of what is woven in would begin a format.
    public override void VisitInterpolation(InterpolationSyntax node)
    {
        var first = edits.Count;
        base.VisitInterpolation(node);
        if (edits.Count == first) return;
        edits.Insert(first, new(node.Expression.SpanStart, 0, "("));
        Insert(node.Expression.Span.End, ")");
    }

    public override void VisitWhereClause(WhereClauseSyntax node) => Clause(node.Condition, node, () => base.VisitWhereClause(node));
    public override void VisitLetClause(LetClauseSyntax node) => Clause(node.Expression, node, () => base.VisitLetClause(node));
    public override void VisitOrdering(OrderingSyntax node) => Clause(node.Expression, node, () => base.VisitOrdering(node));
    public override void VisitSelectClause(SelectClauseSyntax node) => Clause(node.Expression, node, () => base.VisitSelectClause(node));
    public override void VisitGroupClause(GroupClauseSyntax node) => Clause(node.ByExpression, node, () => base.VisitGroupClause(node));
    public override void VisitJoinClause(JoinClauseSyntax node) => Clause(node.LeftExpression, node, () => base.VisitJoinClause(node));

    public override void VisitFromClause(FromClauseSyntax node)
    {
        if (node.Parent is QueryExpressionSyntax) base.VisitFromClause(node);        // the first is no function of the others' items
        else Clause(node.Expression, node, () => base.VisitFromClause(node));
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody, node.SemicolonToken, () => base.VisitMethodDeclaration(node));
    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        Function(node, node.Body, node.ExpressionBody, node.SemicolonToken, () => base.VisitLocalFunctionStatement(node));
    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody, node.SemicolonToken, () => base.VisitOperatorDeclaration(node));
    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody, node.SemicolonToken, () => base.VisitConversionOperatorDeclaration(node));
    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody, node.SemicolonToken, () => base.VisitAccessorDeclaration(node));

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        if (node.Body is { } body && !node.Modifiers.Any(SyntaxKind.StaticKeyword)) Insert(body.OpenBraceToken.Span.End, " " + Enter);
        base.VisitConstructorDeclaration(node);
    }

    // The compiler writes Equals and GetHashCode of a record, and both ask for its contract: there is their head.
    public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        if (RecordContract.Of(node, model) is { } contract)
            if (node.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken)) Insert(node.OpenBraceToken.Span.End, " " + contract);
            else Replace(node.SemicolonToken, $" {{ {contract} }}");
        base.VisitRecordDeclaration(node);
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        foreach (var variable in node.Declaration.Variables) Initializer(variable.Initializer, node);
        base.VisitFieldDeclaration(node);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        Initializer(node.Initializer, node);
        Getter(node.ExpressionBody, node.SemicolonToken, () => base.VisitPropertyDeclaration(node));
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node) =>
        Getter(node.ExpressionBody, node.SemicolonToken, () => base.VisitIndexerDeclaration(node));

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        Lambda(node, () => base.VisitSimpleLambdaExpression(node));
    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        Lambda(node, () => base.VisitParenthesizedLambdaExpression(node));

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        Insert(node.Block.OpenBraceToken.Span.End, " " + WovenHeads.Entering(node));
        base.VisitAnonymousMethodExpression(node);
    }

    private string Check => cleanUpDepth > 0 ? PollLate : Poll;

    private void Loop(StatementSyntax body, Action visit)
    {
        var bare = body is not BlockSyntax;
        if (bare) Insert(body.SpanStart, "{ " + Check + WovenHeads.Resting(body));
        else Insert(((BlockSyntax)body).OpenBraceToken.Span.End, " " + Check + WovenHeads.Resting(body));
        visit();
        if (bare) Insert(body.Span.End, " }");
    }

    private void ForEach(CommonForEachStatementSyntax node, Action visit)
    {
        void Body() => Loop(node.Statement, visit);
        if (node.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)) Around("Wait(", node.Expression, Body);
        else Body();
    }

    // What a called method asks to be told of its arguments is their text as written.
    private void Call(SyntaxNode call, BaseArgumentListSyntax? arguments, Action visit)
    {
        var first = edits.Count;
        visit();
        if (arguments is null || edits.Count == first) return;
        if (CallerArguments.Of(model.Value, call, arguments) is { Length: > 0 } texts) Insert(arguments.GetLastToken().SpanStart, texts);
    }

    // Whatever a constructor calls before its own head.
    private void Initializer(EqualsValueClauseSyntax? initializer, MemberDeclarationSyntax member)
    {
        if (initializer is not { Value: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax } || member.Parent is not TypeDeclarationSyntax
            || member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword)) return;
        Insert(initializer.Value.SpanStart, Name + "Entered() ? ");
        Insert(initializer.Value.Span.End, " : throw null!");
    }

    private void Around(string open, ExpressionSyntax expression, Action visit)
    {
        Insert(expression.SpanStart, Name + open);
        visit();
        Insert(expression.Span.End, ")");
    }

    // A bare name stays: `select x` may mean no function at all.
    private void Clause(ExpressionSyntax expression, SyntaxNode clause, Action visit)
    {
        if (expression is not IdentifierNameSyntax && QueryFunctions.Has(clause, model.Value) && model.Value.GetTypeInfo(expression).Type is { TypeKind: not TypeKind.Dynamic and not TypeKind.Error })
            Around("Polled(", expression, visit);
        else visit();
    }

    private void Function(SyntaxNode node, BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, Action visit)
    {
        if (body is not null) Insert(body.OpenBraceToken.Span.End, " " + WovenHeads.Entering(node) + WovenHeads.Resting(body));
        var open = arrow is { Expression: not ThrowExpressionSyntax };
        if (open) Replace(arrow!.ArrowToken, "{ " + WovenHeads.Entering(node) + WovenHeads.Resting(arrow) + (ReturnsValue(node) ? "return " : ""));
        visit();
        if (open) Insert(semicolon.Span.End, " }");
    }

    private void Getter(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, Action visit)
    {
        var open = arrow is { Expression: not ThrowExpressionSyntax };
        if (open) Replace(arrow!.ArrowToken, "{ get { " + Enter + "return ");
        visit();
        if (open) Insert(semicolon.Span.End, " } }");
    }

    private void Lambda(LambdaExpressionSyntax node, Action visit)
    {
        if (node.Block is { } block) Insert(block.OpenBraceToken.Span.End, " " + WovenHeads.Entering(node) + WovenHeads.Resting(block));
        var open = node.ExpressionBody is { } and not ThrowExpressionSyntax && IsDelegate(node);
        if (open) Insert(node.ExpressionBody!.SpanStart, "{ " + WovenHeads.Entering(node) + WovenHeads.Resting(node.ExpressionBody!) + (ReturnsValue(node) ? "return " : ""));
        visit();
        if (open) Insert(node.ExpressionBody!.Span.End, "; }");
    }

    private bool IsDelegate(LambdaExpressionSyntax node) => model.Value.GetTypeInfo(node).ConvertedType is { TypeKind: TypeKind.Delegate };

    private bool ReturnsValue(SyntaxNode node)
    {
        var method = (node is LambdaExpressionSyntax ? model.Value.GetSymbolInfo(node).Symbol : model.Value.GetDeclaredSymbol(node)) as IMethodSymbol;
        if (method is null || method.ReturnsVoid) return false;
        return !method.IsAsync || method.ReturnType is INamedTypeSymbol { IsGenericType: true };
    }

    private void Insert(int position, string text) => edits.Add(new(position, 0, text));

    private void Replace(SyntaxToken token, string text) => edits.Add(new(token.SpanStart, token.Span.Length, text));
}
